/**
 * First names and what they are mostly given to: evidence, never proof, that a capital letter begins a person.
 * Accents are left out. From the lists of gender-detection-from-name (MIT, Davide Violante), names of two languages and more,
 * with common names of other parts of the world added.
 */
const names = (list: string): string[] => list.split(/\s+/)

const FEMALE =
  names(`aaleyah aalia aaliya aaliyah aalyah abbie abby abbygael abbygail abeer abelina abella abi abida abigael abigaelle
abigail abiha abir abisha abrar abril aby abygael abygail acacia ada adaeze adalgisa adalia adalina adaline adalyne
adalynn adama adara adassa adaya adda addison addolorata addyson adea adela adelaida adelaide adele adeleine adelia
adelie adelina adeline adelita adella adelle adelyne adena adia adiana adiba adila adina adisa adison adisson aditi
adja adjoa adna adonia adora adoracion adra adriana adriane adrianna adrianne adrielle adrienne adrina adryana advika
ady adyson adysson aela aella aelyn aerin aeris aerith aeryn afaf afia afiya afnan afra afrah africa afsana afton
agata agatha agnes agnese agnieszka agostina agueda agustina ahana ahava ahlam ahna aia aiana aicha aida aide aidee
aiko aila aileen ailen ailey ailin ailine ailis ailsa aily ailyn aimee aimi aimy aina ainara aine ainhoa ainoa ainoha
ainsley aintzane aira aisa aisha aishwarya aisling aislinn aisosa aissa aissata aissatou aitana aivy aixa aiya aiyana
aiyanna aiza aizah ajla ajna akane akasha akela akemi akiko akila akilah akima akina akira akshara akshaya ala alaa
alabama alae alaia alaina alaine alaitz alana alanah alandra alanis alanna alannah alanys alara alaya alayah alayna
alba albana albena alberta albertina albina alda alea aleandra alecia aleena aleesha aleeyah aleeza alegria aleida
aleina alejandra alejandrina aleksandra aleksia alena alesia alessa alessandra alessia alessya alexa alexandra
alexandria alexandrina alexi alexia alexiana alexie alexina alexy alexya aleya aleyah aleyda aleyna alfonsina alia
aliah aliana alica alice alicea alicia alicja alicya alida alie aliha alika alima alimatou alina aline aliona alis
alisa alise alisea alisha alishba alisia alison alissa alisse alissia alisson alissya alisya alita alix aliya aliyah
aliyana aliyyah aliza alize alizea alizee alizia alizon alla allana allegra allia alliah allicia allie allison allissa
allisson alliya alliyah ally allyah allyana allycia allyson allyssa allyssia allysson alma almira almudena alona
alondra altagracia altea althea altina alva alvina alya alyah alyana alyanna alyce alycia alyia alyiah alyna alyne
alyona alys alysa alyse alysea alysha alysia alyson alyss alyssa alyssah alysse alyssia alysson alyx alyze ama amable
amada amadea amaia amaka amal amalia amalie amalya amana amanda amandine amane amani amanie amany amara amaranta
amaria amarilys amaris amarya amaryllis amarys amatullah amaya amayah ambar amber amberly ambra ambre ambrosia ameena
ameera amel amela ameli amelia amelie amelina ameliya amellia amely amelya amen amena ameni ami amica amie amila
amilia amilya amina aminah aminata aminta amira amirah amita amma ammara amna amnah amparo amra amreen amrita amy
amyra ana anabel anabela anabella anabelle anae anaeli anaelle anah anahi anahit anahita anahy anaia anaid anais
anaisa anaise anaiz analia analie analucia analy anam anamaria anamika ananda ananya anarose anastacia anastasia
anastasiia anastasija anastasiya anastassia anastasya anastazia anastazja anaya anayah anays anca ancuta andie andjela
andora andra andreana andree andreea andreia andreina andrena andria andriana andrina ane anea anel anela anelia
anelise anella anelle anesa anessa aneta anett anette aneya ange angela angele angeles angeli angelia angelica angelie
angelika angelina angeline angelines angelique angelita angella angelle angellina angely angelyna angelyne angelys
angie angy anh ani ania anica anicia anie aniece aniela aniella anika anila anina anique anisa anise anisha anishka
anisia anissa anissia aniston anita aniya anja anjali anjalie anjana anjara anjela anjelina anjette anju anjuli
anjuscha anjutha anka anke ankea ann anna annabel annabella annabelle annah annais annalaura annalena annalia annalie
annalisa annalucia annaly annamaria annasofia annastasia annaya annayah anne annecke annegret anneli annelie annelies
anneliese annelise annella annelore annelyse annemarie annemie annemieke annerose annetta annette anni annia annicka
annie annika annina annisa annissa annlis annunziata anny annya anouk anoushka anqi anselma anta antea anthea antigone
antje antoinette antonela antonella antonia antonieta antonietta antonina anuschka anusha anushka anuska anwen anya
anyah anycia anyelina anysia anyssa aoi aoibheann aoife aouatif apolline apollonia apolonia apryl aqsa ara arabella
arabelle araceli aracelis aracely arai arantxa arantza arbia arcadia arcangela archana areej arelis arena aretha arfa
argelia argentina argine aria ariadna ariadne ariah ariam ariana ariane arianna arianne ariel ariela ariele ariella
arielle arife arij arin arina arisa arisha arista ariya arizona arlene arlet arlette arlinda arline armanda armela
armida armina arminda armine armoni armonia armonie arnela arsenia arta artemia artemis artemisia aruna arwa arwen
arya aryah aryam aryana aryanna aryelle arzu ascension aseel asha ashana ashanti ashanty asheley ashley ashly ashlyn
ashna asil asiya asiyah asja asli asma asmaa asmae asmahan asra assata assia assil assiya assunta asta aster astou
astrid astryd asuncion asya atalia atena athalia athalie athanasia athea athena athina atika atina atiya atlantis
aubery aubree aubrey audelia audree audrena audrey audrie audrina audry augusta augustina aura aurea aurela aurelia
aureliana aurelie auria auriana aurianna aurielle aurora autumn ava avah avalon avana avelina aveline avery avigail
avila avital aviva avneet avril awa axelle aya ayaa ayaat ayada ayah ayala ayame ayana ayanah ayane ayanna ayannah
ayat ayda ayelen ayesha ayfer ayiana ayisha ayla aylah aylana aylee ayleen aylen aylin aylina ayline aylinn aylla
aymara aymee aynur ayra ayse aysel aysenur aysha ayssa aysun ayten ayumi ayza aza azadeh azalea azalee azalia azaria
azelia azia aziza azizah azra azucena azul azure azza azzurra babetta babette babs babsi badia badiaa bahar bahia
bahija balbina bambi banu barb barbara barbe barbel barbi barbla barbli barbro basilia basma basmala bassma bathe
batoul batsheva batul batya baya bayan bea beata beate beatrice beatris beatrix beatriz bec becky begona beila bela
belen belgin belinda belkis bella belle bellina belma benedetta benedicta benicia benilde benita berenice bergit berit
berna bernadette bernadine bernarda bernharda bernhardine berni bernice berra berta bertha berthilde bertille bertina
bertrud beryl bess bessie bessy betania beth bethanie bethany bethel betina betsabe betsy bettie bettina betty betul
bev beverley beverly beyonce bianca bianka bibiana bienvenida biggi bijou bilge billie bina binta binti bintou birgid
birgit birgita birgitta birgitte birte bisma bitia blanca blanche blandina blanka blessing bluma bobbie bochra bonita
bonnie bonny bouchra boutaina bozena brandy breanne brenda brendy briana brianda brianna brianne brid bridget
bridgette briella brigida brigitt brigitta brigitte brihana brihanna brinda brisa briseida briseis britanny britany
brithany brithney britney britta brittanie brittany briyana bronagh brook brooke brooklyn brooklyne brooklynn bruna
brunella brunhild brunhilde bruni bryana bryanna bryhanna btissam buket burcin burcu bushra busisiwe busra cacilia
cacilie cadia caelia caitlin caitlyn caitlyne cala cali calia calie calina calissa calista calixta callia callie
calliope callista cally calogera caly calypso calyssa calysta camelia camellia camie camila camilia camilla camille
camillia cammie cammy camryn camy camyla camylle candace candela candelaria candice candida candie candy candyce cansu
caoimhe caprice capucine cara caren caridad carin carina carine carinne carla carlene carlie carlina carline carlita
carlota carlotta carly carlyn carma carme carmel carmela carmelia carmelina carmelita carmella carmelle carmen
carmilla carmina carol carola carolann carolanne carole carolin caroline carolyn carolyne carrie carys casandra
casilda casimira cass cassandra cassi cassia cassiana cassidi cassidie cassidy cassie cassy cataleya catalina catarina
caterina caterine catherine cathleen cathrin cathrine cathy cati catia catie catina catrice catrin catrina catriona
caty cayetana cayla cecile cecilia cecilie cecillia cecily cecylia cedra celena celene celesta celeste celestina
celestine celia celicia celie celina celine celise celsa cely cemre centa ceren cerena cerina cerise cerstin ceyda
ceylin chadia chafia chahd chahida chahrazad chaima chaimaa chaimae chaira chama chams chana chanda chandra chanel
chanell chanelle chani chania chanice channa channel channelle chantal chany chanya chara charifa charis charity
charlee charleen charlene charlette charley charline charlise charlize charlott charlotta charlotte charlye charlyn
charlyze charmaine chaya chayenne chayma chaymaa chaymae chelby chelsea chelsee chelsey chelsie chelsy chenoa cherie
cherish cherry cheryl cheyene cheyenne chiara chimamanda chioma chloe chloee chloey chorouk chrissie chrissy christa
christabel christal christana christel christella christelle christen christia christiana christiane christianne
christie christina christine christl christy chrystal chrystina ciana cianna ciara ciarra cicilia ciel cigdem cindel
cinderella cindi cindy cinthia cinthya cintia cintya cinzia cipriana cira circe citlali claira claire clara clare
claribel clarice clarie claris clarisa clarissa clarisse clarita clary claryssa claudette claudia claudina claudine
clea clelia clemence clemencia clemency clementia clementina clementine cleo cleopatra clio clodagh cloe cloee
clorinda clotilde clover coco coleen colette colleen collette concepcion concetta concha conchita connie conny
consolacion constance constancia constantina constanza constanze consuelo cora coral coralia coralie coraline coralyn
cordelia cordula coretta corie corina corine corinna corinne cornelia corrie corrine corynne cosette cosima costanza
coumba courtney covadonga cozette crista cristal cristalina cristel cristela cristiana cristiane cristina cristine
crysta crystal crystel curie cyan cyana cyane cyann cyanna cyanne cyara cyn cyndi cyndy cynthia cyntia cyria daena
daenerys dafne dagmar dahiana dahlia dahlila dahlya daiana daila daina daira daisie daissy daisy dajana dala dalal
dali dalia daliah daliana dalida dalila dalilah dalina dalinda daliya dally dalya dalyla damaris damarys damiana damya
dana danae danah danay danaya danela danella dania daniah danica danie daniela daniele daniella danielle danielly
danijela danika danila danita danitza daniya daniyah danna danni danuta danya danyah danyele danyla daphne daphnee
daphney dara darcy dareen daria dariana darielle darina dariya darla darleen darlene darline darling darya dasha
daveen davia davida davina davinia dawn daya dayami dayana dayanara dayanna dayanne daylia dayna dayra daysi dea deana
deanna deb debbie debby debora deborah debra dedit deena deepa deepika defne dehlia deirdre deisy dejana delfina delia
deliah delicia delila delilah delina delinda della delphina delphine delsy demetra demetria demi dena denia denisa
denise denisia denisse denize denya denyse deolinda derya desideria desire desiree despina destinee deva devi devika
devina devora devorah deyanira deyna deysi dhalia dharma dhiya dia diala diamante diamantina diamond diana diandra
diane diani dianna dianne diany diara diarra didem diem dietlind dietlindis digna dijana dikra dilara dilek dilia dima
dimitra dina dinah dinara diona dione dionisia dionne dionysia dior diora diva divina divine divya dixie diya diyana
djamila djeneba doaa doha doina dolce dolly dolores domenica dominga dominica dominika dominique domino domitilla dona
donata donatella donia donika donna donya dora dorcas doreen dorena dorene dorette doriana dorianna dorina dorinda
doris dorita dorota dorotea dorothea dorothee dorothy dorrit dorte dorthe dory dot doua douaa douae dounia dounya
drifa drissia dua dulce dulcie dulcinea dunia dunja dunya dusanka dyana dyane dyanna dyna ebba ebony ebru ecaterina
ece ecrin eda edda edelgard edeline edeltraud eden edgitha edie edina edit edita edith editha edna eduarda edurne
edvige edwina eeva effie egle eike eila eileen eilidh eiliyah eilleen eily eilyn eimy eira eire eirinn ekaterina ekram
ela elaia elaina elaine elana elane elanie elanna elanor elara elaya elayna elba elda elea eleah eleana eleanna
eleanor eleanore electra eleina elektra elen elena elene eleni elenie elenna elenor eleonor eleonora eleonore elettra
eleya eleyna elfi elfride elfriede elga elham eliana elianah eliane elianna elicia elida elide elidia elif elifnur
elika elin elina elinor elinore eliona eliora elis elisa elisabel elisabet elisabeta elisabete elisabeth elisabetta
elise elisea elisheva elisia eliska elissa eliya eliyah eliyana eliza elizabet elizabeta elizabeth elizaveta elize
elizia elka elke ella ellah ellana elle ellea ellen ellena elley elli ellia elliana ellie elliette ellina ellinor
ellora elly ellyana ellyn elma elmedina elmina elmira elna elodia elodie eloina eloisa eloise elona elora elorah
elouise elowen elsa elsbeth elsi elsie elsy elva elvi elvia elvina elvira elyana elyanah elyanna elycia elyn elyna
elynn elysa elysabeth elyse elysha elysia elyssa elyssia elyza elyzabeth elza elzbieta ema emalia eman emanuela
emanuella emanuelle emelia emelie emelina emeline emely emelyn emeraude emi emie emiko emili emilia emiliana emilie
emilija emiline emillia emillie emilly emily emilya emina emine emira emlyn emma emmah emmanuela emmanuella emmanuelle
emme emmelie emmeline emmi emmie emmy emmylou emna emy emylia emylie ena enara enaya encarnacion enea enedina eneida
engracia enia enid eniola enisa enma enna enola enrica enriqueta enya enza eowyn erica ericka erika erin erina erinn
erisa erlinda ermelind ermelinda ermina erminia erna ernesta ernestina ernestine ersilia eryka erykah eryn erynn erza
esha eshaal eshal eshana esin esma esme esmee esmeralda esperanca esperanza esra esraa estee estefani estefania
estefany estel estela estella estelle ester estera esther estitxu estrella estrid eszter etana etelvina ethel etna
etty eugenia eugenie eulalia eun eunice eusebia eva evah evalina evaline evana evangelia evangelina evangeline
evangelyne evanie evanna evanne eve eveke eveleen evelia evelin evelina eveline evely evelyn evelyna evelyne everly
evette evgenia evi evie evita evon evonne evrim evy ewa ewelina eya eyana eyla eyleen eylin eyva fabia fabiana
fabienne fabiola fabrizia fadila fadma fadoua faduma fadwa fahima faina faith faiza faizah fallon fama fani fanni
fannie fanny fanta fany faouzia fara farah farha farhana faria farida fariha farrah fartun faryal farzana fatema
fathia fathima fatiha fatim fatima fatimah fatimata fatimazahra fatime fatimetou fatine fatma fatmata fatmeh fatna
fatou fatouma fatoumata fattouma fatuma fatumata fausta faustina favour fawzia fay faye fayna fayza febe federica
fedora felice felicia feliciana felicidad felicita felicitas felicite felicity felina felipa felisa felizia felizitas
femke ferda ferdaous feride fermina fernanda fettouma feyza fidelia fidelma filippa filiz filomena fina fiona fionna
fiorella fiorenza firdaous firdaus firdaws fiza fjodora flaminia flavia fleur flor flora florencia florentina flores
floria floriana florica florina florinda folashade fortuna fortunata fotini fouzia franca frances francesca franceska
francetta francette franchesca francheska francia francina francine francisca francoise franka franziska frauke freda
freya freyja frida frieda friederike fuensanta fulvia funda funmi gabbie gabby gabi gabriela gabriele gabriella
gabrielle gabryelle gaby gaelle gaetana gaia gail gala galia galina galit galla galya galyna gania ganna gao gara gaya
gayane gea geena geerda gela gelsomina gema gemma gena genesis genevieve genia genie genna genny genoveffa genoveva
georgette georgiana georgie georgina geralde geraldine gerarda gerardina gerda gerdi gerhild gerlinde germana gerta
gerti gertien gertraud gertraude gertrud gertrude gesa gesine gessica ghita ghizlan ghizlane ghofran gia giada giana
gianina gianna giannina gift gila gilda gillian gimena gina ginesa ginevra ginger ginna ginny gioia giordana giorgia
giovana giovanna gisa gisel gisela gisele gisella giselle gisla gitta giulia giuliana giulianna giulietta giuseppa
giuseppina giusy gizele gizelle gizem gladis gladys glenda glenys gloria gloriana glory glorya glynis gohar golda
goldie gosia grace gracia graciana gracie graciela graciella gracy grainne grayce grazia graziella grazina grazyna
grecia gregoria greta gretchen grete gretel gretta grisel griselda grit gritt guadalupe gudela gudrun guendalina
guiliana guillermina guinevere gul gulay gulsen gulsum gulten gunda gundula gunilla gurleen gwen gwendolen gwendolyn
gwendolynn gwenna gypsy gyselle habiba haby hada hadassa hadassah hadda hadewig hadhoum hadia hadiatou hadil hadiya
hadja hadwig hafida hafsa hafsah hafssa hagar haidy haifa haila hailee hailey hailie hailley haily haizea haja hajar
hajer hajira hajra hakima hala halana haleema haley halia halima halina halla halley halyna hamida hamide hamna hana
hanaa hanadi hanae hanah hanako hanalei hanan hanane hania hanifa hanife hanin haniya hanna hannah hannan hanne
hannelore hannia hanny harini harleen harley harmonie harmony harper harpreet harriet haruka hasina hasini hasmik
hasna hasnaa hasnae hassana hassania hassna hatice hava havana havanna hawa haya hayat hayate haydee hayla haylee
hayleen hayley haylie hayriye hazel heather heaven heavenly heba hedvika hedwig hegoa heide heidemarie heiderose heidi
heidie heidrun heidy heike heilgard helana heleen helen helena helene helenka helga helgard helge helia heliana helina
hella hellen helly helma hema hena hend henna henrietta henriette henrika henrike henya hera herma hermelinda hermi
hermina hermine herminia hermione herta hertha hester hevin hiba hibah hidaya hila hilal hilaria hilarie hilary hilda
hilde hildegard hilke hillary hilma hiltraud hiltrud hina hinano hinata hind hinda hira hlima hoda hodaya hollie holly
holma honey hong honor honora honorata honoria horia hortencia hortensia hosanna houda houria houriya huda husna
hyazintha iana ianna iara ibtisam ibtissam ibtissame ida idalia idalina idania idoia idoya ieva ifrah ignacia ignatia
ignazia ihintza ihsane ihssan ihssane ikhlas ikram ikrame ila ilana ilaria ilayda ilda ildiko ilea ileana ilena ilene
ilenia ilham ilhame iliana ilianna ilina iliyana iljana ilka illana illeana illiana illianna illyana illyanna ilma
ilona ilonka ilsa ilse ily ilyana ilyanna ilyssa imaan iman imane imani imanie imelda imen imke imma immacolata
immaculada imogen ina inaaya inah inara inas inass inaya inayah inci indhira indi indie indira indra indya ineke ines
inessa inez inga inge ingeborg ingeburg ingehild ingrid iniya inka inna innaya innocence inocencia insaf inssaf
intissar intza ioana ioanna iola iolana iolanda iole iona ione ionela ionna ipek iqra iraida irati irena irene iria
iriana irina iris irma irmgard irmhild irmi irmina irmingard irmtraud irmtraut irsa iryna irys isa isabeau isabel
isabela isabele isabella isabelle isadora isamar isatou isaura isha ishana ishani ishika isidora isidra isil isis isla
islem ismahan isobel isolda isolde isolina isora isra israa israe issraa isys ita italia itto itzel itziar iulia
iuliana iva ivana ivanka ivanna ivette ivie ivona ivone ivonne ivy iwona iyana iyona iza izabel izabela izabella
izabelle izar izel izumi izza izzie izzy jaana jacinta jackeline jackie jacqueline jada jade jadwiga jael jaelle jaely
jaelyn jahida jahlia jahna jahnaya jaia jaida jaimie jaina jala jalia jalila jalina jaliya jaliyah jalya jalyah jamela
jamelia jamella jamila jamilah jamilla jamy jamyla jana janaa janae janah janaina janan janani janat janaya jane janel
janele janell janella janelle janessa janet janeth janette janice janie janika janina janine janique janira janis
janise janita janna jannah jannat jannate janne jannet jannette jannie jannika janny janyce jaquelin jaqueline jara
jaroslawa jasleen jasmeen jasmeet jasmin jasmina jasmine jasmyn jasmyne jaspreet jassmine jaya jayah jayana jayanah
jayani jayanna jaycee jayda jayla jaylee jayleen jaylie jayline jaylis jaymie jayna jayne jazia jazmin jazmine jean
jeana jeane jeanelle jeanette jeanie jeanine jeanna jeanne jeannetta jeannette jeannie jeannine jeanny jekaterina
jelena jelina jelissa jema jemaa jemima jemimah jemma jena jenah jenaya jenaye jenessy jenifer jeniffer jenine jenisha
jenna jennah jenni jennie jennifer jenniffer jennipher jenny jennyfer jeny jenyfer jersey jerusalen jesica jess
jessalynn jessi jessica jessie jessika jessyca jessye jessyka jewel jezabel jezabelle jezebel jhade jhoanna jia jiahui
jiana jiaqi jiayi jihan jihane jill jillian jimena jina jinan jing jisoo jitka jo joana joane joanie joann joanna
joannah joanne joannie joaquina joceline jocelyn jocelyne jodi jodie joee joelie joella joelle joellen joelly joely
johana johanna johannah johannata johanne johanny johara joia joke jolanda jolanta jolantha joleen jolene jolie jolina
joline jone jonelle jordana jordane jordanna jordanne jorgina josee josefa josefina josefine joseline joselle josely
joselyne josepha josephina josephine josette josiane josianne josie josline josseline josselyne jossette jossie joud
jovana jovanna jovita joy joya joyce jozette juana juanita judie judit judith juditha juditta judy julia juliana
juliane julianna julianne julie julienne juliet julieta julieth julietta juliette julina julissa julita jullia
julliette jully julyana julyanna jumana juna junia junie juno justa justina justine justyna justyne jutta kacey kacia
kacie kacy kadi kadia kadiatou kadidia kadidiatou kadidja kadija kadijah kady kaela kaelie kaely kaelyn kaelynn kaena
kahlan kaia kaila kailani kaili kailie kailly kaily kailye kailyn kailyne kaina kainat kaira kaisa kaisha kaithlyn
kaitlin kaitlyn kaitlyne kaja kajetana kala kalea kalena kali kalia kaliana kalie kalila kalima kalina kalinda kalissa
kalista kaliya kaliyah kallie kallista kally kaltoum kaly kalya kalyani kalyna kalyssa kalysta kamala kamaria kamelia
kami kamila kamilah kamile kamilia kamilla kamille kamilya kamyla kamylle kana kandice kandy kandyce kanika kany kanya
kanza kaori kaoutar kaouthar kara kareen karen kari karima karin karina karine karinne karishma karisma karla karlene
karlie karlina karly karlyn karma karmen karola karole karolina karoline karolyn karolyne kary karyn karyna kasandra
kasey kasia kassandra kassi kassia kassidy kassie kassy kata katalin katalina katalyna katarina katarzyna kate
kateleen katelyn katelyne katelynn kateri katerina katerine kateryna kathaleen kathalina katharina katharine kathe
katheleen kathelyn katherin katherina katherine kathia kathie kathinka kathleen kathlyn kathrein kathrin kathrine
kathryn kathy kathya kati katia katiana katie katina katiuscia katixa katja katka katlyn katrin katrina katrine katryn
kattalin kattie katty katy katya kavita kawtar kawthar kawther kay kaya kayana kaycee kaycie kayla kaylah kaylee
kayleen kayleigh kayli kaylia kayliah kayliana kaylie kaylin kaylina kaylis kaylla kayna kayra kaysha kaysia kaysie
kayte kea keana keerthana keesha keiko keila keilana keily keina keira keisha keisi keisy kelcy keli kelia keliah
kelicia kelina kelis keliyah kella kelli kellie kelly kellyanna kellyanne kellyn kelsea kelsey kelsi kelsie kelsy
keltoum kely kena kenda kendal kendall kendra kendy kenia kenly kenna kennedy kensy kenza kenzi kenzie kenzy keona
kera keren kersten kersti kerstin kerstina kesha keshia kesia ketsia ketty keva kexin keya keyana keyanna keyla keylah
keylie keyna keyra keysha keyshia keysi kezia keziah khadidiatou khadidja khadija khadijah khadijatou khadra khady
khaila khaira khalia khalida khalila khaoula khawla khayla kheira khiara khira khloe kholoud khouloud khyra kia kiana
kianna kiara kiarah kiarra kiera kilia kim kima kimaya kimberlee kimberley kimberlie kimberlly kimberly kimia kimiko
kimiya kimmie kimmy kimora kimya kimyah kina kindra kine kinga kinsey kinsley kinza kinzy kiona kira kirsten kirstin
kirsty kisha kismet kitana kitty kiya kiyana kiyomi kizzy klara klarisa klarissa klaudia klea klementine kloe kloey
koko komal konstantina konstanze kora korinna kornelia kourtney kreszentia krisha krissy krista kristal kristel
kristelle kristen kristiana kristie kristin kristina kristine kristy krizia krysta krystal krystel krysten krystiana
krystie krystina krystyna ksenia kubra kumba kunigunde kya kyana kyanna kyara kyarah kyarra kyera kyla kylee kylia
kyliana kylianne kylie kyllie kymberley kymia kyra kyrah kyria kyrsten lady laela laelia laelle laetitia lahna laia
laiana laiba laida laila laily laina laini lainy laisha laiya laiza laken lakshmi lala lale lali lalia lalita lalitha
lama lamberta lamia lamiaa lamiae lamis lamiya lamya lamyaa lamyae lan lana lanae lanah landry lani lania lanna lannah
lara larah larisa larissa larysa laryssa latifa latisha latoya launa laura lauralee lauralie laurana laureana laureen
laurel lauren laurence laurencia laurene laurentia laurentina lauretta laurie laurina laurinda lauryn laurynn lavanya
lavinia laya layah layal layali layan layana layanna layla laylana laylla layna laynie lea leah leana leandra leanie
leann leanna leannah leanne leany leda leeana leeann leela leeloo leen leena leeya leeyah leia leiana leidy leila
leilah leilana leilani leilanie leilany leili leilia leily leina leire leiya leiyah lejla lela lelia lemya lena lenae
lenah lenaya lenette leni lenka lenna lenora lenore leocadia leola leona leonarda leoncia leone leoni leonia leonie
leonna leonor leonora leonore leontina leora lerato lesia lesley leslie lesly leslye leticia letitia letizia lettie
levana levinia lexa lexi lexia lexie lexy leya leyah leyana leyanna leyla leyli leyna lia liah liana lianah liandra
liane lianna lianne liara liat liba libby libera liberata libertad liberty libia licia lida liddy lidia lidiya lidya
liel liela lielle lien liesbeth liese liesel lieselotte ligia lil lila lilah lilana lilea lili lilia liliah lilian
liliana liliane lilianna lilianne lilibeth lilie lilienne lilit lilith liliya lilja lilla lillah lilli lillia lillian
lilliana lilliane lillie lilly lilo lilou lily lilya lilyana lilyanna lilyrose lina linah lincy linda linde lindsay
lindsey lindsy lindy linette ling linh linley linna linnea linsay linsey linsy linzy liona liora lira liria lis lisa
lisabeth lisamaria lisandra lisanne lisbet lisbeth lise lisette lissa lissandra lisset lissette lita litzy liubov
liudmyla liv livia liviana livie livy livya liya liyah liyana liyanna liz liza lizandra lizbeth lizeth lizette lizzie
lizzy ljiljana lluna lluvia loa lobna loganne loida lois lola loli lolita lolla lona loni lonna lora loraine loralie
lore lorea loredana loreen lorelai lorelei lorelie lorella lorely loren lorena lorene lorenna lorenza loreta loretta
loreyna lori loriana lorianna lorianne lorie lorin lorna lorraine lorrie lory loryn lotte lottie louann louanne loubna
louella louisa louise louiza lourdes lovely lovina lua luana luann luanna luanne luba lubna luccia lucciana luce
lucelia lucero luci lucia luciana lucianna lucianne lucie luciene lucienne lucila lucile lucilia lucilla lucille
lucina lucinda lucine lucrecia lucretia lucrezia lucy lucynda ludivina ludmila ludmilla ludovica ludwika luella luigia
luigina luisa luisana luise luiza lujain lulia luma lumi luna lunah lunna lupita lurdes lusia luz luzia luzie luzmila
lya lyah lyana lyann lyanna lyanne lyda lydia lydiana lydianne lydie lyla lylah lyli lylia lylian lyliana lylianna
lylie lylla lyllie lyn lyna lynae lynda lyndie lyndsay lyndsey lynelle lynette lynn lynna lynne lynsey lyra lysa
lysandra lysette lyssa lyubov lyudmyla lyvia lyza maayan mabel macarena macaria mackenzie mackenzy macrina macy
madalena madalina maddalen maddalena maddi maddie maddison maddy maddyson madelaine madeleine madelena madelin
madeline madelon madelyn madelyne madi madie madigan madiha madilyn madina madison madisson madlyn madonna madyson mae
maela maelee maeli maelie maelle maely maelyn maelynn maelys maeva maeve mafalda magali magalie magaly magda magdalena
magdalene magdelena magdeline maggie maggy maghnia magnolia maguette maha mahalia maham maheen mahi mahina mahira
mahjouba mahlia mahnoor mahya mai maia maialen maica maida maider maija maika maila maile mailee maileen mailen mailey
maili mailie maily mailyn mailynn maimouna maimuna maira maire mairi maisa maisha maisie maisy maitane maite maitena
maiya maja majda majida makeda makenzie makenzy makia mala malaak malaika malak malake malea malee malek malena
malgorzata mali malia maliah malie maliha malika malina malinda malini malisa malissa maliya maliyah malka mallika
mallorie mallory mally malorie malory malvina malya malyah malyssa mama mame mana manahil manal manar manda mandi
mandie mandy mane manel manha manhattan manika manila manisha manja manna mannat manola manoli manolita manon manpreet
manuela manuella manya mar mara marah maral maram maranatha maravillas marcela marcelina marceline marcella marcelle
marcia marciana marcie marcy marei mareike mareile mareka marella maren maret maretta marga margaret margareta
margarete margareth margaretha margarethe margarett margarette margarida margarita margaux marge margery margherita
margie margit margitta margo margot margret margrit marguerite mari maria mariaclara mariaelena mariah marialuisa
mariam mariama mariame mariami marian mariana mariane marianela mariangel mariangela marianna marianne mariateresa
maribel maribelle marica maricarmen maricel maricela marie mariechen marieke mariel mariela mariele mariella marielle
mariem marieme mariena marieta marietta mariette mariia marija marijane marijke marika mariko marilena marilia marilin
marilou marilu mariluz marily marilyn marina marine marinela marinella marinna mariola marion mariona marisa marisabel
marisela mariska marisol marissa marit marita maritza marivel mariya mariyah mariyam mariyana mariza marjan marjorie
marjory marla marlaine marlee marleen marlen marlena marlene marleni marleny marlette marley marli marlie marlies
marliese marline marlise marlo marloes marlow marlowe marly marlyn marlyne marlys marni marnie maroua marry marsha
marta martha marthe martina martine martyna marua marwa marwah mary marya maryah maryam maryama maryan maryana maryann
maryanna maryanne marybel maryelle maryem maryjane marylee marylin marylou marylyn maryn maryna marysa marysol maryssa
marzella marzia masa masha massa massiel matea mathea mathilda mathilde matilda matilde mattea mattie matty maty
matylda maud maude maura maureen mauricia maurine mavi mavis maxima maxine maya mayah mayanna mayar maybel maybeline
maybelle maybelline mayda maye mayela mayelin mayka mayla maylee mayleen maylen maylene mayli maylia maylie maylin
maymuna mayra maysa maysaa maysae maysan maysie mayte mayumi mayuri mayzie mazal mbarka mea meagan meaghan mechthild
medea medina meena meera meg megan megann meggan meggie meghan meghann megumi meha mehreen mei meia meike meila meili
meiling meily meilyn meina meinharde meinhild meira mel melaine melana melane melani melania melanie melany melanye
melba melda melea meleane melek melena meli melia meliah melicia melida meliha melika melike melina melinda meline
melinna melis melisa melissa melita melitta meliya meliyah meliza mellissa mellony melodi melodia melodie melody
melonie melony melora melvina melyna melynda melynna melysa melyssa mena mencia menna meral mercedes meredith meri
meriam merida meriem merieme merina merisa meritxell merline merry merve mery meryam meryem meryeme meryl meta mette
meya meylin mia miah miana micaela micaella michaela michaele michaella michaelle michalina michela michelina michella
michelle mickaela midori miel miette migdalia mignon miguela miha mihaela miia mika mikaela mikaella mikela miki mila
milady milagro milagros milah milana milanna milca mildred milea mileena milena milene miley mili milia miliana milica
milie milinda milissa milka milla milliana millicent millie milly milouda mily mimi mimouna mimount mimoza mina minah
minahil minal mindy mine minela minerva minha minji minka minna minnie mio miquela mira mirabel mirabella mirabelle
miracle mirah miral miranda mireille mirela mirella mirelle miren mireya miri miriam mirian miriana mirielle mirjam
mirka mirna miroslava mirra mirsada mirta mirtha miryam misa misaki mischa misha misheel mishel misia missy mitra
mitzi miya miyah miyana miyu miyuki mizuki moana modesta modesty moesha moira mollie molly mona monalisa monette monia
monica monika monique monserrat montana montserrat moorea mora morag morena morgana morgann morganne morrigan mouna
mounia moya muge muireann muna muntaha muriel muskan muzeyyen mya myah myana myanna myha myia myla mylah mylee mylena
mylene mylia myliana mylie mylla myra myrah myranda myriam myrian myriana myrna myrta naama naara naba nabiha nabila
nacera nacira nada nadege nadejda nadezhda nadia nadiia nadin nadina nadine nadira nadiya nadja nadjana nadjeschda
nadra nadya naeli naema nafisa nahia nahid nahida nahima nahla nahomi nahomy naia naiah naiara naida naika naike naila
nailah naima naimah naina naira nairi naisha naiya naja najah najat najate najia najima najla najlae najma najoua
najwa nakiya nala nalah naledi nalia nalini naliya naliyah nalla nami namira nan nana nancy nandi nandini nanette
nanna nannette nao naome naomi naomie naomy naoual nara narcisa nare narelle nargis narjes narjis nasha nasia nasira
nasra nasreen nassima nassira nastasia nastia natacha natali natalia natalie nataliia natalija natalina nataliya
natalja natallia nataly natalya natanja natascha natasha nathalia nathalie nathaly nathalya nathalye nathania natia
natividad natsuki natsumi naturelle nausica nausicaa nava navy nawal naya nayah nayana nayara nayda nayeli nayelie
nayima nayla naylah nayma nayra naysha nazan nazaret nazaria nazha nazia naziha nazli ndeye nea necla neda neela
neelah neele neema neena neeve nefertiti neha nehal nehemie nehle neila neilah neima neira neisha neiva nejla nela
nelcy nele neli nelia neliah nelida nelina nell nella nelle nelli nellie nelly nelsy nely nema nena nene neomi nerea
nereida nermin nermine nese neslihan nesrin nesrine nessa nettie neus neva nevae nevaeh neve nevia neya neyah neyla
neysa nezha ngoc ngozi nhu nia niama niamh nickie nicol nicola nicolasa nicole nicoleta nicoletta nicolette nicolina
nicolle nida nidia niema nieves nihad nihal nika nikki nikky nikol nikole nikolina nila nilah nilda nilgun nilla nimra
nina ninah ninette ninfa nini niobe nira nirvana nisa nisha nisrin nisrine nissa nissi nissrine nita nithya nitya niva
nives niya niyah niza nkechi nneka noami noara noela noeli noelia noelie noella noelle noely noemi noemie noemy noga
nogaye noha nohaila nohemi nohemy nola nomi nomsa nomvula nona noor noora nora norah noreen norhan norma nouha
nouhaila nouhayla nour noura nouran nouria nouzha novalie noya nuala nubia nuha nunzia nunziata nur nura nuria nuriye
nursel nusayba nya nyah nydia nyima nyla nylah nylia nylla nyna nyssa oana oceana oceanna octavia octavie oda odalis
odalys odelia odessa odette odila odile odilia ofelia ohanna oihana oihane oksana ola olaia olaya oleksandra olena
olesia olesya olga olha oliana olimpia olina olinda oliva olivia olivya oliwia ollivia olya olympia olyvia omaima
omara omaya omayma omayra omnia ona onelia oona oonagh ophelia ophelie ora orah oriana orianna orla orli orly ornella
orsola ortraud ortrud otilia ottavia ottilia ouafa ouafaa ouafae ouahiba ouarda ouardia ouassima ouiam ouidad ouissal
oumaima oumayma oumou outi oviya oxana ozge ozlem paige paivi palma palmira paloma pam pamela pamella panagiota
pandora paola paolina paquita parisa pariss parissa parvati parys pascale pascuala pasqua pasqualina pat patience
patrice patricia patrizia patrycja patsy patti patty paula paule pauleen paulette paulina pauline pavithra pavlina
payton paz peace pearl peg peggie peggy pelin pema penda penelope penina penny pepa pepita perihan perla pernilla
pervin petra petrona peyton phebe philippa philippine philomena phoebe phoebee phoebie phuong phyllis pia piedad piera
pierina pietra pilar pina piya placida pola polina polly pollyanna pooja poppy praise preciosa precious prescilla
presly pricila pricilla princess prisca priscila priscilla prisha prithika priya priyanka promise providence prudence
pura purity queenie quynh rabab rabea rabha rabia rabiaa rachael rachana rachel rachele rachelle rachida radha radhika
radia rafaela rafaella raffaela raffaella rafia rafika raghad ragnhild rahaf rahel rahima rahma raiana raihana raika
railey raima raimonda raimunde raina raisa raissa raiza raja rajaa rajah rajana rajka rakel rakia raluca rama ramata
ramatou ramatoulaye ramia ramla ramona ramya rana randa rani rania ranim raniya ranya raphaela raphaella raphaelle
raquel rasha rashel rashida rasika raven ravina rawan rawen raya rayana rayanna rayanne rayhana rayhanna rayma rayna
rayssa razan rea reana reanne rebeca rebecca rebecka rebeka rebekah rebekka reem reena reeva regina regine reham
rehana rehanna rehema reina reine reinhild rekha remedio remedios remie rena renad renata renate renee renesmee reshma
resi reva reyana reyhana reyna rhea rhema rhianna rhiannon rhoda rhonda ria riana riane rianna rica ricarda richarda
richelle rifka rihab riham rihan rihana rihanna riikka riley rim rima rime rimes rina rinad rita ritaj ritaje ritej
ritika riva rivka rixa riya riyana rkia roberta robyn rochelle rocio rodaina rodayna rodelind rodica roeya roisin
rokaya rokhaya rokia rola roma romaine romaisa romaissa romaissae romana romaysa romi romie romina romy rona ronette
ronna roos rosa rosabel rosabella rosabelle rosalba rosalia rosalie rosalina rosalind rosalinda rosalinde rosaline
rosalita rosaly rosalyn rosamaria rosana rosangela rosanna rosanne rosaria rosaura rose roseanne rosel roselia
roselina roseline rosella rosely roselyn roselyne rosemaria rosemarie rosemary rosemie rosetta rosette roshni rosi
rosibel rosie rosimarie rosina rosita rosmarie rosmery rossana rossella roswitha rosy rotraud rowena roxana roxane
roxann roxanna roxanne roxy roya roz roza rozalia rubi rubie rubina rufina rukaya rumaysa rut ruth ruthy ryana ryane
ryanna ryhana ryhanna rym saadia saara saba sabah sabiha sabina sabine sabira sabra sabreena sabria sabrin sabrina
sabrine sabriya sabryna sada sadaf sade sadhana sadhbh sadia sadie sadiya safa safaa safae safah safia safiatou safina
safira safiya safiyah safiyya safiyyah saga sagrario sahana sahar sahara sahira sahory sahra saida saidi saima saina
saioa saira saja sajida saki sakina sakinah sakura salam saleah saleha salena salha salia saliah saliha salihe salima
salimah salimata salimatou salina salka sally salma salome saloua salsabil salvadora salvatrice salwa sama samah
samanta samantha samar samara samarah samaria samaya samera samia samiah samiha samina samira samirah samiya sammantha
samra samrah samuela samya samyra sana sanaa sanae sanah sanam sanaya sanda sandhya sandi sandie sandra sandrina
sandrine sandy sania saniya saniye sanjana sanna sanne santa santina sanya saoirse saori saory saphia saphira saphire
saphyra sapna sara sarafina sarah sarai saran saranda saranya saray sarayma sare sari saria sarika sarina sarita
sariya sarra sarrah sarya saryna sasha saskia saturnina satya savana savanah savanna saveria savina saya sayana sayda
sayla sayra sayuri scarlet scarlett scarlette sebastiana secilia sedra sefora seham seher seila sela selah selena
selene selenia selia selin selina seline selma selva selyna sema semia semiha semira semra semya sena senada sendy
senia senna sephora sera serafina serah serap seraphina seraphine seraya seren serena serene serenna serin serina
serine sermin serra sevana sevda severa severina severine sevgi seynabou sfia shabana shada shadia shae shaely
shaelynn shahad shahana shahd shahed shahida shaila shailey shaili shaily shaima shaina shaira shakila shakira shakti
shalia shalimar shalini shalva shama shamia shamira shana shanah shanaya shandra shanel shanell shanelle shani shania
shanice shanika shanna shannah shannel shannen shannon shanon shanti shanty shanya shanyce shara sharay shari sharifa
sharina sharleen sharlene sharlyne sharon shauna shawna shawnee shay shayana shayanna shayanne shayla shaylee shayleen
shayli shaylie shayna shaynah shaynna shaz shazia sheena sheila sheilly sheily sheina shekina shekinah shelby shelcy
shell shelley shelly shelsea shelsey shelsie shelsy shenoa shereen sheridan sherilyn sherley sherline sherly sherlyn
sherlyne sherry sheryl sheyenne sheyla shifa shilo shiloh shine shira shireen shirel shirin shirley shirly shivani
shona shoshana shreya shukri shyna sia sian siana sianah sianna siara sibel sibilla sibille sibyl sibylla sibylle
sicilia sidney sidonie sidra sidrah sieglinde siegrid siegrun siena sienna sierra siggi sigrid sigrun siham sihame
sila silja silje silka silke silva silvana silver silvia silvina sima simay simona simone simonetta simonne simran
sina sinai sinay sinaya sindi sindy sinead sinem sinthia sintia siobhan siomara siona sira sirena siri siria sirin
sirine sisilia sita sivan siya siyana skye skyla skylar slava slavika slavka sloan sloane smeralda sneha soad sobia
socorro soffia sofi sofia sofie sofija sofiya sofya soha sohaila sohana sokaina sokhna sola solana solange solara sole
soledad soleil solene solenne solia soliana solina solveig solveigh solvej solvey somaya somia somiya somya sona
sonali sonia soniya sonja sonya soo sophea sophia sophiana sophie sophonie sophy sophya sora soraida soraya sorayah
sorcha sorelle sorina soriya souad souhaila souhayla soukaina soukayna soumaya soumia soumiya soumya sovanna speranza
sri stacey staci stacie stacy stanislawa stefana stefani stefania stefanie stefanny stefany steffi stefka stela stella
stellina steph stephania stephanie stephany stephy stevie stjepana sua suad sude sudha sue suela sueli suhaila suhana
suhayla suheyla sukaina sukhmani sulamita sule sultana sumaira sumaya sumayah sumayya sumayyah sumeya sundus sunita
sunshine sura suraya susa susan susana susanna susannah susanne susi susie susy suzan suzana suzanna suzanne suzette
suzie suzy svantje svea svenja svetlana sveva svitlana swan swati sway swetha swetlana sya syah syanna syanne syara
sybella sybil sybille syeda syenna syla sylke sylvana sylvanna sylvia sylviana sylvie sylwia syna synai synthia syra
syrah syria syriana syrina tabata tabatha tabita tabitha tahani tahara tahira tahlia taia taila taima taina taira tais
taisha takwa tala tali talia taliah taliana talicia talina taline talissa talita talitha taliya taliyah tallia
tallulah tally talya talyah talyssa tamani tamar tamara tamarah tamari tamaya tamera tami tamia tamika tamila tamira
tamlyn tammy tamou tamra tamsin tamya tamyra tana tanaya tania tanija tanisha tanit taniya tanja tanya tanyah tanzila
taqwa tara tarah tarra tasha tasiana tasneem tasnim tassnim tatiana tatiane tatianna tatjana tatyana taya tayana
tayanna tayla tayra taysha teana tecla tehani tehila tehillah telia telma temperance teodora teona terena teresa
terese teresina teresita tereza teri terina terri terrie tess tessa tessah tessia tessie tetiana tetyana tevy teya
teyana teyla thais thalia thaliana thamara thandi thania thanya thao thara thayla thea theia thekla thelma theodora
thera theresa therese theresia thi thu thuy thy tia tiah tiana tianah tianna tiara tiare tifani tifany tiffani
tiffanie tiffany tila tilda tillie tilly timea timothea tina tinaya tirza tisha titia titiana tiya tiyah tiyana
tiziana tomasa tonia tonie tonya tori toria torill tory tosca touria touriya tova tracey tracie tracy tran traude
traudel traudl treasure tressie triana tricia trina trinity trischa trish trisha trixie trude trudy tuana tuba tugba
tugce tullia tuula tya tyah tyana tyanna tyara tyla tylia tyra tysha uli uliana ulla ulli ulrica ulrike ulyana uma umi
undina undine ursel ursi ursina ursula uschi uta ute uxue vaishnavi vaitiare valencia valene valentina valentyna
valeria valeriane valerie valery valeska valina vana vanesa vanessa vani vania vanna vannessa vanny vanya varsha
varvara veda veena vega velia veneranda venezia venicia venise venus vera verena verica verona veronica veronika
veronique vesna viana vianne vicenta vicki vickie vicktoria vicky victoria victoriana victorina victory victorya vida
vidya viera vika viki viktoria viktorija viktoriya vildan vilma vina vincenta vincenza vincenzina viola violet violeta
violetta violette viorica vira virgilia virgina viridiana virna virtudes vita vitalia vitalina vitoria vittoria viv
vivian viviana viviane vivianne vivien vivienne vyctoria wafa wafaa wafae wahiba waleria walfriede walli waltraud
wanda warda warwara wassima wenche wendi wendy wera weronika whitley whitney wiam wiame widad wiebe wiebke wijdane
wiktoria wilhelma wilhelmina wilhelmine willa willemijn willo willow wilma wiltraud wiltrud windy winifred winnie
winona wisal wissal wynona xana xandra xaveria xaviera xela xena xenia xia xiana xiao xiaolan ximena xin xinyi xinyu
xiomara yacine yadhira yadira yael yaffa yagmur yahaira yaiza yajaira yali yalina yamila yamile yamilet yamileth
yamina yamna yana yanel yaneli yanelis yanelle yanely yanessa yanet yaneth yanice yanina yanira yanissa yanna yannicka
yannika yaquelin yara yarah yareli yaritza yasemin yashira yasira yasmeen yasmin yasmina yasmine yassmin yassmina
yassmine yazmin yazmina yeimy yelena yelina yen yena yendi yenifer yennifer yenny yesenia yesica yesmin yessenia
yessica yeva ying yisel ylenia yliana ylianna yoana yoanna yocheved yohana yohanna yoko yolanda yolette yomara yoselin
yosra yousra youssra yovana yovanna ysabel ysabelle yudith yue yui yuka yuki yukiko yulia yuliana yulisa yuliya
yumalai yumalay yume yumi yumiko yumna yun yuna yusra yuxin yuxuan yvaine yvana yvanna yvannah yvette yvonna yvonne
zaara zadie zahara zaharia zahia zahida zahira zahra zahraa zahrah zaida zaima zaina zainab zaineb zaira zaiya zakia
zakiya zakya zali zalia zalie zamara zamzam zana zanele zara zarah zaria zarina zarra zaya zayana zayna zaynab zaynah
zayneb zayra zea zehra zeina zeinab zeineb zelda zelia zelie zena zenaida zeneida zenia zeyna zeynab zeynep zhara zhor
zhour zia ziana zina zinab zineb zita ziva ziya zlata zoa zoe zoee zoey zofia zoha zohra zoi zoila zola zophia zora
zorah zoraida zoubida zouhra zoulikha zoya zulay zuleica zuleima zulema zuleyma zulma zuzana zuzanna zya`)

const MALE =
  names(`aadam aadil aahil aakash aamir aarav aarish aaron aarron aarush aayan abas abass abbas abdalla abdallah abdalrahman
abdel abdelali abdelatif abdelaziz abdelfatah abdelfattah abdelfettah abdelghani abdelhadi abdelhafid abdelhak
abdelhakim abdelhalim abdelhamid abdelhaq abdelhay abdelilah abdelillah abdeljalil abdelkabir abdelkader abdelkarim
abdelkebir abdelkhalek abdelkrim abdellah abdellatif abdellaziz abdelmajid abdelmalek abdelmalik abdelmoula
abdelouahab abdelouahad abdelouahed abdelouahid abdelrahman abdeltif abdelwahed abdenbi abdennour abdenour abderahim
abderahman abderrahim abderrahman abderrazak abdeslam abdeslem abdessalam abdessamad abdesselam abdesslam abdi abdias
abdirahman abdou abdoul abdoulaye abdoulaziz abdoulie abdul abdulaziz abdulhamid abdulkadir abdulla abdullah abdullahi
abdulmalik abdulrahman abdurahman abdurrahman abed abel abelardo abelino abid abiel abilio abimael abiram ablaye abner
abou aboubacar aboubakr abraham abrahan abrahim abram abu abubakar acacio acher achilles achour adael adal adalberto
adam adamo adams adan addam adeel adel adelino adem adham adib adiel adil adin adis adithya aditya adler admir adnan
adnane adolf adolfo adolph adon adonis adonys adriaan adrian adriann adriano adriel adryan adryel adryen advik adyan
aedan aeden aeron affan afif agapito agim agostino agron agustin ahad aharon ahmad ahmar ahmed ahmet ahnaf ahron ahsan
ahyan aidan aidann aidenn aimad aiman aissam aitor aizen ajan ajay ajdin akash akbar akeem akhil aki akif akil akim
akin akio akiva akram akshay al alain alam alan alann alanzo alaric alasdair alassane alastair albano albaro albeiro
albert alberto albi albin albino albion alcides aldan alden aldin aldo aldric aldrick aldrin aldwin aleandro aleck
aleister alejandro alejo alek aleks aleksandar aleksander aleksandr aleksei aleksey aleksy alen alesandro alesio
alessandro alessio alexan alexandar alexander alexandr alexandre alexandro alexandros alexandru alexei alexey alfie
alfio alfons alfonso alfred alfredo alhassan alhassane ali alias alicio alieu alif alija alik alim aliou alioune
alipio alistair alister allal allan allen allister almin almir alon alonso alonzo alosius alouis aloys aloysius alp
alper alphons alphonso altin alvar alvaro alvin alvino alwin alwyn amaan amad amadeo amadeu amadeus amadi amado amador
amadou amalio amalrich amancio amando amandus amar amari amaro amaru amauri amaury ambrose ambrosio amdy amedeo ameen
ameer amelio amer americo amerigo ameur amiel amil amilcar amin amir amire amit amjad ammar amon amori amos amr amro
amyas amyr anacleto anakin anand anas anass anastas anastasio anastasius anatol anatoli anatolij anatolius ancel anddy
ander anders anderson andi andoni andony andre andreas andrei andrej andreo andres andreu andreus andrew andrews andri
andrian andric andrick andriy andro andry andrzej andy anes angelino angelito angello angelo angelos angelus angus
anibal aniceto aniel aniello anil anir anis anish anjel anmol annas annunziato anouar ansar ansel anselm anselmo
ansgar ansh ante antero anthone anthoni anthonio anthony antoine antolin anton antone antonello antoni antonino
antonio antonios antonis antonius antony antonyo antti antton anuar anwar aodhan aomar apolinar apollo apollonius
apolonio aqib aquiles aquilino araf arafat aramis aras arash aravind arben arber arcadio arcangelo archibald archie
arda ardi ardian ardit areg arel aren ares arham ari arian ariano aribert arif arik ario arion aris aristides aritz
ariyan arjan arjun arjuna arkaitz arlan arlen arley arlind arlo armaan arman armand armando armani armen armin arminio
arminius armon arnaldo arnau arnauld arnav arnd arndt arne arnel arnim arno arnold arnulf arnulfo aron aronne arron
arsalan arsen arsenio arshad arslan art artem artemio arthur artin artiom artur arturo artyom arun arush arvin arvind
ary aryan arye aryeh asaad asad asael asaf asaph asen aser asher ashraf ashvin ashwin asiel asier asif asim askia
aslan assane aston ata atakan atanas atem athanasius atif atilano atilla atlas attila attilio audric audrick augustin
augustino augustinus augusto augustus aurel aurelian aureliano aurelio aurelius auric auron austyn avel avelino avi
avidan aviel avigdor avinash avishai aviv avner avraham avram awab awais axcel axel axl ayad ayan aydenn aydon ayham
ayhem aylan ayman aymane aymen ayomide ayoub ayron ayrton aythan ayub ayush ayven ayvin ayyoub ayyub azaan azad azael
azam azan azar azeddine azeem aziel azim azir aziz azlan azriel azzeddine azzedine azzo azzouz baba babacar bacary
bachir badara bader badr badreddine baghdad bajram bakar bakari bakary baker baki bakir bakr baktasch baldomero baldur
baldwin balian balla baltasar baltazar balthasar balthazar bara barack barae baran barry bart bartek bartholome
bartholomew bartley bartolo bartolome bartolomeo bartosz bas basem bashir basil basilio basilius bassam bassirou basti
bastian bastien bastl battista batuhan bautista bayram bayron baz beat bedrich bekim bekir belaid belal belarmino
belkacem belmiro ben benaissa benat benedetto benedict benedikt benet bengt beniamin beniamino benicio benigno benito
benjamin benjamyn benji bennet benno benson bent bentley beny benyamin benyounes berat berkay bernabe bernard
bernardino bernardo bernd berndt bernfried bernhard bernie bernward berry bert berthold bertram bhupinder biagio
bienvenido bijan bilal bilel bill binh binyamin birger birol bjorn bladimir blake blas boaz bob bobby bogdan bohdan
bonifacio boris borislav borys bosco boston boualem bouazza boubacar boubker boubou bouchaib bouchta boujemaa bourama
bouziane bowen brad bradley brady brahim braian bram brandan brando brandon branislav branko braulio braxton brayan
brayden brayton brenan brendan brendon brennan brent brett brian bright brighton brock bronson bruce brun bruno bryan
bryand bryann bryant bryce bryson bryton buck buddy burak burhan burkhard burkhart byron caecilius cael caelan caesar
caetano cain caio caius caleb calen caliel calin calix calixto callan callen callum calogero calum calvin calvyn camil
camillo camillus camilo camron candelario candido carl carles carlito carlitos carlo carlos carlson carlton carmello
carmelo carmine carolus carsten carter cary casimiro caspar casper cassian cassius castor cataldo catalin catalino
cathal cayden cayetano cayo cecil cecilio cedric cedrick ceferino celal celestino celso cem cemal cemil cengiz cengizn
cenk cephas cesar cesare cesario cetin cezar chad chadi chafik chahid chai chaib chaim chakib chakir champion charbel
charles charlton chayne chayton che cheick cheikh cheng cherif chester chidi chip chriss christan christiano christo
christobal christof christofer christoffer christoph christophe christopher christos chrystian chrystopher chuck chuy
cian ciaran cid cillian ciprian cipriano cirilo ciro clark claudino claudio claudiu claudius claus clay clayton
clemens clement clemente cliff clifford clifton clint clinton clive clovis clyde cody cohen cole colin collin collins
colm conan connor conor conrad conrado constantin constantino cooper corey corian corin cornel cornelio cornelius
corrado corry corwin cosimo cosmas cosme cosmin cosmo costantino court craig crescencio cris crisanto crispin criss
cristhian cristian cristiano cristino cristo cristobal cristofer cristopher curd curt curtis curtiss custodio cyprian
cyril cyrus daegan dael daemon daevon dafydd dagan dagobert dagoberto dairon dale dalton dalvin daman dame damian
damiano damir damjan damon damyan damyen dane danejko danel dang danial daniel daniil danil danilo danis danish
daniyal danny dano dante dantes danton danyal danyl danylo daoud daouda daran dardan darek darel darell daren darian
darick dariel dario daris darius dariusz darnel darnell daron darrel darrell darren darris darry darryl darshan darvin
darwin daryan daryl daryll dat dave daven davi david davide davidson davin davis davit davon davut dawid dawood dawoud
dawson dawud dayan daylan daylon daymon daymond dayron dayson dayton dayven dayvon dayyan daz dean deaven deavon
declan deen deepak deivy dejan deke deklan delan delano delfino delio delmar delon delroy delvin demba dembo demetre
demetrio demetrius demian demir demis dempsey demyan deni deniel denilson deniz denni dennis denny dennys denver deny
denys denzel deon dereck derek deren deric derick dermot derrick des deshawn desiderio desmond destin detert detlef
detlev dev devan deven devid devin devis devlin devon devone devonn dexter diago dian diar dickson didier diedrich
diego diepolt dierck dietbald dieter diethard diethelm dietleib dietmar dietrich dilan dillan dillon dimas dimitar
dimitri dimitrios dimitris dimitry din dino diogo dion dionis dionisio dionysius dirck dirk dirko ditmar dittmar dixon
diyar djalal djamal djamel django djay djibril djiby djilali dmiti dmitri dmitry dmytro dogan dogukan dolan domenic
domenico domenicus domingo domingos domini dominic dominick dominico dominicus dominik dominikus don donal donald
donatello donato donavan donnie donnovan donny donovan dony doran dorel dorian dorien dorin doron doryan doudou doug
dougie douglas dov dovber dragan drago dragomir dragos dragotin dramane drew drilon dris driss drissa drogo drystan
dschingis duane duarte duc duke dumitru duncan duran dusan dustin dusty duy dwain dwayne dwight dyan dylan dyllan
dylon dyron eamon earl eban ebbert eben ebenezer eberhard ebrahim ebrima eckart eckehart eckhard ed edan edden eddi
eddie eddy edem eder ederson edgar edgardo edge edi edilberto edilson edin edinson edir edis edison edmond edmund
edmundo edoardo edon edouard edric edrick edris edson eduard eduardo edvard edvin edward edwardo edwen edwin edwing
edwyn edy efe efraim efrain efrem efren egan ege egidio egino egon egor ehab ehan ehrenfried ehsan eidan eiden einar
eirik eitan eithan eizan ekain ekaitz ekhi eki elad eladio elam elan elazar eldar elder eldin eldrick eleazar
eleuterio elhadj elhadji eli eliab eliah eliam elian elias eliav eliaz eliel elier elies eliezer eligio elija elijah
elim elio elion eliot eliseo elius eliyas ellian ellias elliot elmar elmedin elmer elmin elmo eloi elon eloy elpidio
elroy elson elton elvio elvis elwin elwood elyan elyas elyon emad emanouel emanuel emanuele emeka emeric emerick
emidio emigdio emil emile emilian emiliano emilio emin emir emmanuel emmerich emmett emrah emran emre emrick emrik
emrys emyr enaitz enaut ender endi endri endrit eneko enes engelbert engin enio enis enmanuel ennio ennis enno enoc
enoch enric enrico enriko enrique enrrique ensar enver enzi enzio enzo eoghan eoin ephraim ephram ephrem epifanio eppo
erald eraldo eran erasmo erblin ercan ercole erdal erdem erdi erdinc erdogan erdt eren erez erfried erhard erhardt
eric erich erick erickson ericson erik erikson erion erjon erkan ermal ermes ermin erminio ernest ernesto ernestus
erno ernst erol eron eros errol ervin erwein erwin eryck eryk esai esau eshan espen essa essaid essam estanislao
esteban estefano estevan esteve etan ethan ethanael ethaniel etienne ettore euan eugen eugene eugenio eugenius eulalio
eulogio eusebio evan evangelist evangelos evans evaristo evelio evens everd everhard everson evren ewald ewan eyad
eyal eyan eydan eytan eythan ezechiel ezekiel ezequiel ezio ezrah ezriel ezzo fabian fabiano fabien fabio fabius
fabricio fabrizio fabrizzio fabyan facundo fadel fadi fahad fahd fahed faheem fahim fahmi fahri faical faisal faissal
faiz faizan falco falk falko fallou faouzi fares farhan farid faris farouk farrell faruk fateh fatih fatmir faustino
fausto favio fawaz faycal fayez faysal fayssal federico fedi fedor feliciano felipe felix femi feras ferdi ferdinand
ferdinando fergus ferhat ferman fermin fernando ferran ferruccio ferry feyyaz fidel fidencio fikret fikri filiberto
filip filipe filippo finlay finn fintan fiorenzo firas fitzgerald fjodor flaviano flavio fletcher floreal florencio
florentino florenz florian florin florindo floyd flynn fode folco forrest fortunato foster fouad franc francesco
francis francisco franck franco francois frandy franjo frank franklin franko franky fransisco franz franziskus fred
freddi freddy frederic frederick frederico frederik fredi fredrick fredrik fredy freeman fridericus fridlin fridolin
friedbert friedel friedemann frieder friederich friedhelm friedrich frits fritz froilan fuad fulgencio fulvio furkan
fynn gabino gabor gabriel gabryel gad gaddiel gadiel gaetano gaizka galen galo galvin gamaliel ganesh garcia gareth
gari garion garo garry garth gary gaspar gaspard gaspare gavin gavino gavriel gavril gaz gebhard gedeon geir genaro
gene generoso gennaro geo geoffrey geordan georg george georges georgi georgio georgios georgy gerald geraldo gerard
gerardo gerd geremy gerhard gerhart geric gerlando german germano gernot gero gerold gerome geronimo gerrard gerson
gert gerwald gery ghali ghassan ghazi gheorghe ghulam giacinto giacomo gian giancarlo gianfranco gianluca gianmarco
gianni gianny giano gianpaolo gianpiero gibran gibril gibson gideon gijs gilbert gilberto gilbrecht giles gines gino
gio gioacchino giordano giorgi giorgio giosue giovan giovani giovann giovanne giovanni giovanny giovany girolamo
gisbert giselbert giulian giuliano giulio giuseppe given gleb glen glenn godwin gohan gokhan gonzalo gor gora goran
gord gordon gorge gorka gottfried gotthard gotthilf gottlieb gottlob gotz gowtham graciano grady graeme graham grant
gratian grayson graziano greg gregg gregor gregori gregorio gregorios gregory greyson grigorij grzegorz guerin
guglielmo gui guido guilherme guillaume guillem guillen guillermo guiseppe gundolf gunnar gunter gunther guntram
gurjot gurpreet gus gustav gustavo gustin guy gyan haakon habib hadi hadj hadrian hadrianus hadriel hafid hagen hagop
haidar haiden haider haik haim haitam hajo hakan hakeem hakim hakon hal halil halim hamad hamadi hamady hamdan hamed
hamid hamidou hamilton hamir hamish hamit hamlet hammad hammadi hammou hamsa hamza hamzah hanad hani haniel hanif hank
hannes hannibal hanno hanns hans hansel hao harald hardi hardy harel hari haris harish harith haritz harjot harlan
harlem harm harman harold haron haroon haroun harouna harout harris harrison harro harry hartmut hartwig haru harun
harvey hasan haseeb hashim hashir hasnain hassan hassane hassani hasso hatem hatim hauke hayato haydan haydar hayder
haydn haydon hayk haytam haytham hayyan hazael hazem haziel hazim heber hebert hector hedi heiko heilmar hein heinar
heiner heini heinke heinko heino heinrich heintje heinz hektor helder helfried helio helios hellmut helmar helmfried
helmolt helmut helmuth hendrick hendrik hendrix hendry henk henner hennig henning henok henri henrick henrik henrique
henry henryk herbert herbold heribert heriberto herman hermann hermes herminio hernan hernando herold hervey hervin
herwig heydan hicham hien hieu higinio hilario hildemar hildmar hilko hillel hilmar hilton hinrich hinz hiob hipolito
hiram hiro hiroshi hisham hocine hodei hogan holger holm homar homer honorio horace horacio horatio horst hossain
hossam hossein houari houcine houssain houssam howard hristo hubald hubertus hudson huey hugh hugo hulderich huldreich
huldrich huldrych humberto humphrey hung hunter huseyin hussain hussam hussein huw huy huzaifa hyazinth hyazinthus
iacob iacopo iago iain ian ianis iann ibai iban ibn ibra ibrahim ibrahima idan ido idris idriss idrissa ignacio
ignatius ignaz ignazio igor ihab iheb ike ikenna iker ilai ilan ilario ildefonso ilian ilias iliass iliasse ilie ilir
iliya iliyan ilja ilker illan illias ilyas ilyass ilyasse ilyes imaad imad imanol imanuel immanuel imraan imran imrane
imre imtiaz inaki indalecio ingmar ingo ingolf ingomar ingvar inigo innocenzo inocencio inti ioan ioannis ion ionel
ionut iori ioritz iosif iqbal irfan irmfried irmin irmo irvin irving irwin isaac isaack isaak isac isack isael isai
isaias isak isam isaque isauro ishaan ishak ishan ishaq ishmael isiah isidor isidoro isidro iskander ismaeel ismael
ismail ismaila ismet issa issac issah issak issaka issam istvan italo itamar iulian ivan ivann ivano ivar iven iverson
ivo iwan iyad iyan iyed izaac izaak izaan izac izack izai izaiah izak izam izan izayah jaafar jaak jaap jaber jabier
jabir jabril jac jace jacek jacinto jack jackson jacob jacobo jacomo jacopo jacque jacques jad jadd jadden jaden jadon
jaeden jafar jahan jahden jaheem jaheim jahiem jahleel jahlen jahlil jahmal jahmel jahron jai jaiden jailan jaime jair
jairo jairon jaison jak jake jaki jakob jakson jakub jalal jalan jaleel jalen jalil jam jamaal jamael jamal jamale
jamall jame jamel jamelle james jamesley jameson jamil jamin jamison jamyl jamyson jan janek jannis jano janos janosch
janus janusz jaouad japhet jaques jared jarel jarell jari jarno jaro jarod jaromil jaromir jaron jaroslaw jarrod
jarvis jasim jasin jaskaran jaskirat jason jasper jasser jassir jasson jastin jaume javed javi javiel javier jawad
jawan jax jaxon jayan jaydan jayden jaydenn jaydon jayen jayke jaylan jaylen jaylon jaymes jayron jayson jayzon jaz
jazon jeanpierre jed jeevan jeferson jeff jefferson jeffery jeffrey jeffry jehiel jeip jelani jelloul jemal jemel
jemil jemuel jenaro jens jensen jenson jerald jeremi jeremia jeremiah jeremias jeremie jeremy jericho jerick jeriel
jeroen jerold jerome jeronimo jerrard jerry jerson jesko jesper jessee jessen jessey jesson jesus jethro jeyden jeyson
jhoan jhon jhonatan jhonathan jhonny jhony jhovany jiahao jian jibran jibril jilali jim jimi jimmi jimmie jimmy jimy
jiovani jiovanni jiovanny jiovany jiro jivan joab joachim joah joanes joao joaquim joaquin joas jobst joby jochen
jodokus joe joel joen johan johanan johann johannes john johnatan johnathan johnattan johnn johnnie johnny johnson
johny johsua jokin jolan jon jonah jonas jonatan jonathan jonel jones jonhatan jonnathan jonny jony joost joram joran
jordan jordany jordi jordie jordy jorel joren jorg jorge jorgen jorian jorje jorn jos joschka joschua jose joseba
josef joselito josep joseph josh joshua joshuah joshuan joshue josiah josian josias josip joska jost josua josue
josuha jotham jourdan jovan jovani jovanie jovanni jovanny jovany jowan jozef jozsef juan juanito juaquin judson juha
jukka julen julian juliano julien julio julius jullian jullien julyan jun junaid junhao junior jupp jurgen jurij juris
justice justin justino justo justus justyn juvenal juventino kaan kabir kacem kacper kaddour kadir kaeden kael kaelan
kagan kai kaiden kaiet kail kain kainan kainoa kairon kaiser kaito kajetan kalan kalden kaleb kaled kalel kalem kalen
kalil kalim kallen kalvin kalyan kamal kamel kamil kamran kamron kamuran kane kanut kanye karam karan karas kareem
karel karem karim karl karlheinz karlo karlos karsten karthik kashif kasim kasimir kaspar kasper kassem kassim kaua
kauan kavi kavin kavish kawan kayan kaydan kayden kaydon kayel kayl kaylon kayne kayron kaysan kayson kazimir kazuki
kealan kean keanan keanu keaton keegan keelan keenan keeran keevin kei keiden keiji keilan keiran keith kelan kelen
kellan kelson kelton kelvin kelvyn kemal kemuel ken kenai kenan kendel kendric kendrick kendrik kendrix kendry
kendryck keni kenji kennan kenneth kenric kenrick kenson kent kenta kentaro kento keny kenyon kenzo keon keone keoni
kepa keran kerem kerim kerst kervens kervin kerwin kev kevan keven kevin kevyn kewan keyaan keyan keydan keyden keylan
keylon keynan keyron keyshawn keyson keyton keyvin keywan khader khadim khadir khaleb khaled khaleel khalel khalid
khalif khalil khan khayden khayri khris kian kiefer kien kieran kieren kierian kieron kilian killian kimo kingsley
kingston kirian kiril kirill kirk kirollos kishan kit kiyan kjetil klaus klay klayton kleber klein klemens klevis
klodwig knud knut kobe kobus kody koen kofi koji kolin kolja kong konnor konor konrad konstantin koray koren kornel
kornelius kory kosta kostas kouider kourosh kreszenz krish krishan krister kristian kristijan kristjan kristof
kristofer kristoffer kristopher krystian krystofer krystopher krzysztof kuba kunal kunibert kuno kunz kurt kurtis
kwabena kwame kyan kylan kyle kylian kyllian kymani kynan kyo kyran kyrian kyron labib lachlan ladewig ladislao
ladislaus ladislaw lahbib lahcen lahouari lahoucine lahsen laid lain laith lakhdar lalo lamar lamberto lambertus
lambrecht lamin lamine lammert lance lancelot lander landon larbi larry lars larsen larson lassana laszlo latif
laureano laurens laurent laurentino laurentiu laurentius laurenz laurids lauro lautaro laux lawson layachi layden
laydon layne layson layth layton lazar lazaro lazlo leam leander leandro leart lebron ledion leeam leeroy leif leith
leland lemuel len lennart lennert lennon lennox lenny leno leon leonard leonardo leoncio leonel leonhard leonid
leonidas leopold leopoldo leroy lessandro lestat lester leszek levan levent levi levin levon levy lewis lex leyton
lhoucine lhoussaine liam lian liandro liang liban liberato libero liberto liborio licinio liem link lino linus lion
lionel liron lisandro lissandro liutpold livan livio liviu lizandro lleyton lliam lloyd lluis loay lochlan lochlann
lodewijk logan loghan loic loisl loki lokman lonny lonzo lorant lorcan lorenz lorenzo lorik lotar lotfi lothar
lothario louay louis loukas lowell lowen loy loyd luan luar luay luca lucas lucca luccas lucciano lucian luciano lucio
lucius lucky luder ludewig ludger ludovico ludwig ludwin ludwing luigi luis luiz luk luka lukas lukasz luke luken
luqman luther lutz lyndon lyonel maalik maarten maati maaz mac macario macca maceo maciej mack madden maddox maden
madou mads magd magdaleno magnus mahad mahamadou mahamed mahdi maher mahesh mahfoud mahin mahir mahlon mahmood mahmoud
mahmud mahmut maicol maik maikel maikol majd majdi majed majid makan makar maki makoto maksim maksym maksymilian
malang malcolm malcom male maleek malic malick malik malike maliki malon malte malvin malyk mamadi mamadou mamady
mamoudou manases manex manfred manfredo manfried manny manoel manolito manolo manraj mansour mansur manu manuel maor
marc marcel marcelino marcellino marcello marcellus marcelo marcial marciano marcin marcio marck marco marcos marcus
marek mariano marino marinus mario marius mariusz mark markel markku marko markos markus marlin marlon marouan
marouane marshall martel marten martin martino marty martyn marvel marvelous marven marvens marvin marvins marvyn
marwan marwane marx marzio marzouk masaki masato mason massamba massimo masson matan matar matei matej mateo mateus
mateusz mathan matheo mathes matheus mathew mathews mathias mathieu mathis matias matija matis mats matt matteo mattes
mattew matthaus matthes matthew matthews matthias matthieu matthis mattia mattias mattin mattis matvey matyas matz
maui maurice mauricio maurizio mauro maurus maury maverick mavric mavrick mavrik max maxen maxim maximilian
maximiliano maximilien maximillian maximino maximo maximus maxwel maxwell mayer mayes maykel mayson mazen mazin mbarek
mbark mbaye mehdi mehmet meiko meinhard meino meinolf meinrad meir melchor melik melvin melvyn memphis menachem mendel
menelik merick merlin merrick mert mervin messi mesut metin meyer mhamed micael micah michael michail michal micheal
michel mick mickael mickel mickey mico migel miguel miguelito mihai mihail mihailo mikael mikail mikal mike mikel
mikhael mikhail mikkel mikko miklos mikolaj milad milen miles millan milo milos miloud milton mimoun mimoune minh
minkes mino miquel mir miran mircea mirco mirjan mirko miro miron miroslav mirsad mirza misael mitch mitchel mitchell
mizael mo moaad moad moataz modesto modibo modou moha mohamad mohamadou mohamed mohamedali mohammad mohammed mohan
mohanad mohand mohaned mohcine mohib mohmed mohsin mohsine mohssine moises moiz mokhtar monir monroe monsef montgomery
monty mor morad moreno mori moris moritz moriz morris morrison mory mose moses moshe mosiah mossie mostafa mostapha
mouad mouhamad mouhamadou mouhamed mouhcine mouhssine mouloud mounaim mounir mourad mousa moussa moustafa moustapha
muadh muaz muhamad muhamed muhammad muhammed muharrem muhsin mumin munir murad murat murray murtaza musa musab mussa
mustafa mustapha mychael mykael mykhaylo mykola myles mylo myron myson naaman nabeel nabi nabil nadal nadav nadeem
nader nadim nadir naeem nafis naftali nagi nahom nahuel nahum naim naji najib najim nam naman namir naoki naoufal
naphtali napoleon narayan narcis narciso nareg narek naser nash nasim nasir nasreddine nasser nassim nassir natalino
natalio natan natanael natanel nataniel nate nathan nathanel nathaniel nathanyel natthan naveed naveen navid navin
nawaf nawfal nayan nayden nayef nazario nazir nazzareno ndiaga neal neco ned neel neftali nehemia neil neilan neill
neji nello nels nelson nemanja nemesio neo neri netanel nethanel nevan neven neville newton neymar neyo nezar niall
nicanor nicasio niccolo nicholas nick nickolas nickson nico nicolae nicolai nicolas nicolo nidal niel niels nigel
nihat nikhil nikita niklas niko nikodem nikola nikolai nikolaj nikolaos nikolas nikolaus nikolay nikoloz nikos nilo
nils nilson nishan nishanth nissan nissim nithish nitish nixon nizar noam noe noeh noel noman norbert norberto nordin
noreddine norian norlan norm norman norris nouh nourddine nourdin nourdine noureddine novak nuh numan nuno nunzio
nureddin nurettin nylan obed obryan octavian octavien octavio octavius octavus oddvar odei oden odilo odin odo odon
oguz oier oihan oisin okan olaf olan olav ole oleg olegario oleh oleksandr olf olivarius oliver oliverio olivier
oliviero olmo olof olrich olsen olti olu oluf omar omari omarion omer omid omran omri oneal oneil onesimo onofrio onur
onyx oran orazio orban oren orenzo oreste orestes orhan ori orian oriel oriol orion orlan orlando orson ortwin oryan
osama oscar osiris oskar osman osmin ossama osvaldo oswald oswaldo otavio otfried othman othmane othmar othniel otilio
otis otman otmane otmar otniel ott ottavio otte ottfried ottmar otto ottokar ottomar oualid ouassim oumar ousama
ousman ousmane oussama ousseynou outman ove ovidio ovidiu owain owais owe owen owens ozan ozcan ozias ozkan paavo
pablito pablo pacey packie paco padraig pal panagiotis pantaleon paolino paolo papa pape par parker parsa pascal
paschalis pascual pasqual pasquale pasqualino pastor patric patricio patricius patrick patrik patrizio patryk patxi
pau paul paulino paulo pavel pawel pedro peer peio pekka pentti pepe percy perfecto perrin perry petar pete peter
peterson petr petro petros petru pharell pharrell phi phil philemon philip philipp philippe philippus phillip phillipe
phong phu pier pierce pierluigi piero pierre piet pieter pietro pio piotr pius pjotr placido pol polo pontus porfirio
prakash pranav praveen pravin prem preston primo prudencio qais qasim qays quang quentyn quintin qusay rabie rachid
radolf radouan radouane radu radwan raed raef rael rafa rafael rafal raffael raffaele raffaello raffi rafi rafik rafiq
raghav rahal raheem rahim rahman rahmi rahul rai raian raiden raif raihan raik raiko raimo raimondo raimund raimundo
rainald rainer rainhard rainhold rainier raiyan raj rajan rajesh rajko rajveer rakan rakim ralf ralph ramadan raman
ramazan ramdane ramez rami ramin ramiro ramiz ramon ramond ramses ramsey ramy ramzi ramzy randal randall randolf
randolph randy ranjit raoul raphael rashad rashid rasul rauf raul ravi ray rayaan rayan rayane raydan rayden rayhan
raylan raymon raymond raymund raynaldo rayyan raziel razvan recep reda redouan redouane reenold refael reggie reginal
reginald regino regis rehan rehman rei reimar reimer reimo reimund reinaldo reinar reinard reiner reinhard reinhart
reinhold reinold reis rejan remigio remmer remo remus renald renaldo renan renato renatus renji renny reno renzo
reshad reto reuben reuven revan rey reyad reymond reynald reynaldo reynold reynolds reza rhys riaan riad rian ricard
ricardo riccardo ricco rich richard richardson richie richmond richy rick rickey ricky rico ridge ridhwan ridley
ridouan ridouane ridwan rifat rigoberto rinaldo ringo rino rion rishan rishi ritchie rithy rito rivaldo riyad riza
rizwan roan roar rob robby robert roberto robinson roby roc rocco roche rochus rock rocky rod roddy roderic roderick
rodin rodney rodolfo rodric rodrick rodrigo rodriguez rody roel rogelio roger rogerio rohaan rohan rohit roho roi
rolan roland rolando roldan rolf rolland rollin rolly roman romano romanus romario romel romen romeo romero romin
romolo romualdo romulo ron ronal ronald ronaldo ronan rone ronel roni ronin ronny rooney roque rory rosendo roshan
ross rossano rotger rouven rowen roy royal royce ruben rubens rubin rudeger rudi rudiger rudolf rudolph rudy rufino
rufus ruggero ruggiero rui rupert ruperto ruprecht ruslan russ russel russell rusty rutger ruud ryan rylan ryo ryu
ryuji saad saaid saban sabatino saber sabih sabin sabino sabir sabri sadik saeed saer safir safouan safwan sahib sahid
sahil sahin sahir sai saidou saif saifullah saikou saim saimon sait sajad sajan sajid sajjad saladin salah salaheddine
saleem saleh salek salif salih salim saliou salman salomon salva salvador salvator salvatore sam samad samael samba
sameer samer samet sami samie samiel samil samir sammuel samuel samuele samy sanad sander sanders sandor sandro sanel
sang sanjay sanjeev sanjith sante santhosh santi santiago santino santo santosh sarkis satchel saturnino saul saulo
savas saverio savino savio sayan sayden sayed schneider schorsch schura scott scottie scotty seamus sean sebastian
sebastiano sebastien sedat sedric sedrick segun segundo seif seiji seiya sekou selahattin selcuk selim sellam selman
selwyn sem semih semir sener seng sepp serafin serafino sergei sergej sergey sergi sergio sergiu sergius serhiy
serigne serjio serkan servando seth sevag sevak severiano severin severino severo severus seydou sezgin shad shady
shahan shaheed shahid shahir shahzad shain shaka shakeel shakil shakir shakur shamir shane shaquille sharif shaun
shawn shayaan shayan shayn sheikh shelton shemar sherif sheriff sherwin shihab shimon shivam shiven shlomo shoaib shon
shone shun shyam shyheim siaka sibusiso sicco sid siddharth siddhartha sidi sidy siegbert siegesmund siegfried
sieghard siegmar siegmund siegward siemon sigmar sigmund sigurd silas silvan silvano silverio silvestre silvestro
silvino silvio silvius simao simba simeon simo simon sinan sincere sion sione sipho siraj sirio sirius siro sixto
slavko slawomir slayton slevin slimane sly smail smith socrates sofian sohaib sohail soham sohil solaiman solan
solayman soliman solomon solon soren sorin sotero soufian soufiane soufyane souhaib souhail soulaiman soulaimane
soulayman soulaymane souleymane souliman soumaila souren sriram stan stanislaus stanislav stanislaw stanley stanly
stavros stefan stefano steffan steffen stelian stelios stellan stepan stephan stephane stephano stephen stevan steve
steven stevens stevenson stevin stewart stig stiven stjepan stoffel stoffer stoyan struan stuart subhan sufian sufyan
suhaib suhail suhayb sukhwinder sulaiman sulayman suleiman suleman suleyman suliman sullivan sunil suraj suren suresh
sven svend sverre syd syed sylas sylvan sylver sylvester symeon symon szymon tadeo tadeusz tadhg tadzio tafari taha
tahar taher tahir tahsin tai taib taim taino tairon taj takeshi takuma takumi talal talan talha talib taliesin talla
tamer tamim tamir tancredi taner tanju tankred tanveer tanvir taoufik taoufiq taran taras tarek tareq tarik tariq
tatius tawfiq tawhid tayeb tayfun taylan taylon taym tayron tayson tayyab ted telmo teng teo teodor teodoro teofilo
teoman terance terence terrance terrence tevfik tevin tewes thabo thaddaus thaddeus thadeus thami tharun themba theo
theobald theoden theodor theodore thiago thibault thierno thierry thies thietmar thijs thilo thomas thor thoralf
thorben thorstein thorsten tiago tian tiberio tibor tiburtius tidiane tigran tijani till tillmann tilo tim timmy timo
timofey timon timoteo timotheus timothey timothy timur tino tirso tito titus tiziano tobia tobias tobie tobit toby
tobyas todd todor tolga tom toma tomas tomaso tomasz tomek tomer tommaso tommie tommy tomy tonatiuh tonino tonio
tonnies tonny tony torben torbjorn toribio torres torsten toufik touhami traian travis travys trayvis trent trestan
trevis trevor trey tri tristan trond troy trung trystan tuan tudor tulio tullio tuncay tunde tupac txomin tylan tyler
tyller tylor tymon tyreek tyreese tyrell tyrese tyrick tyron tyrone tyronne tyson tywan ubaldo ubay udo ufuk ugo ulf
ulin ulises ulisse ullrich ulrich ulrico ulrik ulv ulysses umair umar umberto umit umut unai urban urbano urs usama
usman uthman uve uwe uziel vadim vadym vahan vahe val valdemar valentin valentino valentinus valentyn valeriano
valerij valerio valerius valeriy valon valter valtin vanni vardan varun vasco vasil vasile vassilios vasyl veasna
vedat veit venancio vernon veron vic vicent victor victoriano victorino victorio vidal viet viggo vignesh vihaan vijay
vikram viktor viktorio ville vince vincent vincenz vincenzo vinh vinicio vinicius vinnie vinny vinzent vinzenz viorel
virgil virgilio virginio vishal vishnu vishwa vital vitali vitalis vitaliy vitaly vito vitor vittorio vitus vivek vlad
vladimir vladislav vladyslav volkan volker volkert volkhard volkmar volodymyr voltaire vuk wade wadie wael wafi wagner
wail walafried waldemar waldfried waldo waleed walfried wali walid walker wallace walt walter walther waqas warren
warrick waseem wasim wassili wassim wastl watson waylon wayne wei wenceslao wendel wendelin wendell wenzel wenzeslaus
werner wes wesley wessam wessley wesson westley weston whyatt wido widukind wieland wiktor wil wilber wilbert wilder
wiley wilfred wilfredo wilfried wilhelm wiliam willam willem willi william williams willian willibald willis willson
willy wilm wilmer wilson wilton wim winfried winston wlad wladimir wojciech woldemar wolf wolfgang wolfhard wolfram
wolter woody wouter wulf wyatt wylan wylliam xabi xabier xan xander xaver xaverius xavi xavier xian xiang yaacov
yaakoub yaakov yacob yacouba yadiel yago yahia yahya yair yakub yaman yamato yamen yamin yancey yanek yanis yaniv
yanko yannek yanni yannick yannig yao yared yaron yaroslav yasar yaseen yaser yash yasin yasir yassen yasser yassin
yassine yassir yavuz yazan yazen yazid yehoshua yeison yeray yeshua yiannis yichen yigit yilmaz yinon yoan yoav yoel
yohan yohann yohannes yon yonael yonas yonatan yonathan yong yoni yonis yony yordan yosef yoshua yossef yossi youcef
younes youness younis yousaf yousef yousif youssef youssif youssouf yousuf yovan ysmael yuan yul yulen yulian yunes
yunis yunus yuriy yury yusef yussef yussuf yusuf yuta yuto yuvan yuvraj yves yvon zac zacari zacaria zacarias zacary
zaccari zaccaria zach zachari zacharia zachariah zacharias zachary zack zackari zackaria zackarie zackary zael zafer
zafir zaheer zahi zahid zahir zaid zaim zain zaine zaion zair zak zakari zakaria zakariae zakarie zakariya zakariyya
zakary zaki zakir zalman zamir zan zane zaven zavier zayaan zayan zayd zayden zayed zayn zayne zayon zbigniew zeeshan
zeev zeid zein zeki zeljko zeno zenon zephyr zeus zeyad zhao ziad zian zidan zidane ziggy zinedine zion ziyaad ziyad
ziyan zoel zohaib zohair zoltan zoran zoubir zouhair zouhir zubair zyan zyon`)

const EITHER =
  names(`abdon abie abiola abriel achille achraf adar addi addy adelin aden adi adley adonai adonay adria adrien aiden aimar
aime aimen airam aires aksel alban alec aleksa alem alessi alex alexis alexys alfa alin alli alois alphonse altair aly
amadis amaiur aman amante amary amaurie amery amets amine amor amory amran amri anatole anatolie andrea andrey angel
angelin angelis angi anik anndrea annet annis ansley antonie antonin aram aran arden arie aristide aritza arly armel
asa ashton aubin aubry auguste augustine auriel aury avni avy axell ayaan ayani aydan ayden aydin ayen ayhan aymar
ayme azel azhar baha baila bao baraa baraka basile benjamine benny bertin billy bisan blaise blessed bodo bora briann
brice britt bulent cam cameron camile camill carime carmin casey casimir catherin celin chaden chance chane charaf
charlet charli charlie charly chayanne chen cheri chi chima chris christ christien christin cielo cire clair clarence
claude claudi clem cloud collyn colyn constantine cornell cory cosma cruz daly damia damien dan dani dannie dany danye
danyel dari darin dary davelle davy dayani del delfin denice denis deniss derin destiny diallo dini dioni dove dursun
dylann edel edgard edyn ekin elaijah elia elie elior eliott elisha elison elliott ellis elohim elvin ely elya elye
elyjah emerson emery emmanuele emry endy eri erique eris esdras esosa evann evin ewen eyden ezra fabrice famara fanel
finley florentin fortune franki frankie frantz freddie gael gaston geraldy germain germaine gerrit gerry giani gil
giona gurnoor gustave hady haile haize hale hali hamdi hanni happy hayati hayden hedy heli hendy henni henny heyden
hindy hubert iden idy ihsan ilay ilhan ilia ilya indiana indy ira iram iren isaia isaiah isais isayah isidore islam
ivon izaya iziah jacky jacquelin jacqui jahel jaid jaimy jamaa jami jamie jammy jani janik jann jannik jasone jay
jayann jayce jayme jaymi jazz jehan jerzy jesse jessy jianni jie jihad jilian jin joan joani jocelin jody joele joey
johna jona joni jood jora jorah jordann jory joscelin joscelyn joselin joselyn josia joslin joslyn joss josselin
josselyn juany jude jule jules juli juliann juri kaci kada kader kailan kais kalani kalis kallan kamar kameron kani
karell karime karis karol kaylan kaylann kayle kaylen kayton keane keita kellen kellyann kendi kenley kenni kenny
kensley kensly keo keriann kerry kesley khali khalifa khanh kiko kimani kimi kiran kleo kona konstantine kris krishna
kriss kristan kyann kyrie lael lam lamara lambert landy lasha laurance lauri laurice laurin lawrence lazare lean
leandre lee lei leiny leny leo leonce leonida leonides lev leyan lilyan lin lio lior lirio livian livier liyan logann
lonnie loran lorence loreto lorian lorien loris lou louie luc lucien lula lulu lupe lyam lyllian macaire madalin mady
mael maeven maiden maike malan maleke malone mani manjot manoa manoah manuele manuelle marien marik marin marti
martial mateja mati matia matisse matti maxence maxie maxime mayan mayden maysen meher melian mendy meron mica micha
michele micky mikaele mikele mikhal mikol miliani min ming mishka moise morgan morghan murphy mylan nael nahir nair
najeh nalin nani natale nathanael nazaire nazar nazareth nazire nel nere nestor nevin neylan nguyen nicky niki nil
nilay nile nima nino noa noah nolan nori nuri octave olamide ollie omega orel passion peniel phoenix pino prentiss
presley prosper qamar quentin quincy rabah rahil rajae rany rayann rayen rayley raymone reagan reese regan remi remy
rene renne reyan reyes reyhan rhyan ricci rida rija riyan robbie robin romain rome rommy ronnie rony rosario roselin
rosen rowan ryann ryley sabas sabre sacha sadi sadio sady sael safi sahel saide sailor saint salem samay sameh sammi
sammy samson san sandeep sani santana santos sascha sawyer sayon sefa senay serge sevan seven sevin shaan shaddai
shade shaden shadi shaheen shai shaine shalom shan shaya shayden shayne sheldon sheron shiraz shiva shyne simeone
sinclair sire skyler slone sofiane sohan soli sonam sonni sovann spencer stevee stone success sully sultan suly sunay
surya swami swen syan syann sylvain tal talin tam tanis tao taos tayler taylor teddy telly tennessee tenzin terry thai
thanh thien tien timothee tomi tommi toni trinidad tsion tyann uriel valentine valeri ventura vianey vianney vicente
vick vincente vitalie wally wesly wilfrid willie winner wisdom wissam xane xuan yahel yan yancy yang yani yann yannik
yannis yari yaris yasha yaya yeni yenni yona yonah yori yuma yuri zacharie zadi zae zaire zerin ziann zohar zyann`)

const GIVEN = new Map<string, 'she' | 'he' | 'either'>()
for (const name of FEMALE) GIVEN.set(name, 'she')
for (const name of MALE) GIVEN.set(name, 'he')
for (const name of EITHER) GIVEN.set(name, 'either')

/** The pronoun that mostly goes with a first name, 'either' where both do, null where the name is not known. */
export function pronounOf(firstName: string): 'she' | 'he' | 'either' | null {
  const [first = ''] = firstName.split(/[-\s]/u)
  return (
    GIVEN.get(
      first
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/ø/gu, 'o')
        .replace(/ł/gu, 'l')
        .replace(/ı/gu, 'i')
        .replace(/æ/gu, 'ae'),
    ) ?? null
  )
}
