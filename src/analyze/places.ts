/** Words written like names that speak for nobody: places whose names a sentence may begin with, days, tools of every office, powers. */
const PLACES = new Set(
  `aberdeen accra adelaide africa amsterdam antwerp argentina arizona asia athens austria auckland baltic barcelona bavaria
  belfast belgium bergamo bergen berlin birmingham bologna bordeaux boston brazil bremen brisbane bristol brittany brussels
  bucharest budapest cairns california cambridge canberra cardiff castlebar chicago chile cologne colorado copenhagen cork
  dallas darwin daventry denmark denver derby detroit doncaster dubai dublin dundee edinburgh essex fargo finland florida
  frankfurt galway genoa georgia ghana glasgow gothenburg grenoble hamburg hanover helsinki houston hull hungary idaho illinois
  india indiana inverness iowa ireland istanbul italy japan kansas kendal kent kenya kerry lagos leeds leicester leipzig lille
  limerick lisbon liverpool london louisiana lyon madrid manchester manhattan manila marseille melbourne memphis milan
  minnesota missouri monterrey montana montreal mumbai munich nairobi nantes naples nebraska netherlands newcastle nigeria
  norway nottingham oklahoma oregon oslo oxford palma paris peru perth phoenix poland porto portugal prague pune reno riga
  rome rotterdam roubaix salzburg scotland seattle seville sheffield shrewsbury singapore slovakia spain stockholm stuttgart
  sweden switzerland sydney tampa texas tokyo toronto toulouse tulsa turin turkey ulster utah utrecht valencia valletta
  vancouver venice verona vienna virginia wales warsaw wroclaw york zurich
  algeria baltimore basel bath beijing bilbao bolivia bombay bradford brighton bulgaria burma cambodia cameroon cape-town
  caracas catalonia china cincinnati cleveland columbus croatia cuba cyprus dakar delhi doha dresden duisburg dusseldorf
  ecuador egypt estonia ethiopia geneva graz greece guatemala haarlem haiti hawaii honduras iceland indonesia iran iraq israel
  jakarta jamaica kabul karachi kyoto latvia lausanne lebanon leuven libya lima linz lithuania lugano luxembourg lyons macedonia
  malaysia malmo malta maryland mexico miami michigan milwaukee minneapolis mississippi moldova monaco morocco moscow munster
  nanjing nepal nevada norfolk nuremberg ohio omaha osaka ottawa pakistan palestine panama paraguay pennsylvania philippines
  pittsburgh plymouth portland quebec queensland romania russia sacramento saigon salford santiago saxony senegal seoul serbia
  shanghai shenzhen silesia slovenia somalia soweto strasbourg sudan suffolk surrey sussex swansea syria taipei taiwan tampere
  tanzania tasmania tehran tennessee thailand tilburg trondheim tunisia uganda ukraine uppsala uruguay vancouver venezuela vermont
  vietnam vilnius wellington wisconsin wyoming yorkshire zambia zaragoza zimbabwe zürich köln düsseldorf münchen nürnberg malmö
  advent ascension christmas diwali easter eid epiphany halloween hanukkah holi lent pentecost ramadan thanksgiving yom
  airtable android asana aws azure bitbucket confluence databricks docker dropbox drupal figma github gitlab grafana hadoop hubspot
  intercom iphone jenkins jira joomla kafka kubernetes linux looker magento marketo matomo moodle mongodb mysql navision
  netsuite notion nginx odoo okta oracle outlook pandas perl php postgres python qlik quickbooks redis redshift salesforce
  servicenow sharepoint shopify slack snowflake splunk spotify sqlserver stripe tableau telegram terraform trello twilio twitter
  ubuntu webex whatsapp wordpress workday xero youtube zendesk zoho instagram facebook meta tiktok google amazon intuit lua
  god law safety word thu he auto happy congratulations noted vat table channel gift mandate papa`.split(/\s+/u),
)
const STATE =
  /\s(?:A[KLRZ]|CA|C[OT]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[EINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|VT|W[AIVY])$/u

/** Whether a name that nobody gave a title or a label to is a place or the like: `Denver`, `Tyler TX`. */
export function isNobody(name: string): boolean {
  return PLACES.has(name.toLowerCase()) || STATE.test(name) || /\s(?:Day|Eve|Week|Weekend|Season)$/u.test(name)
}
