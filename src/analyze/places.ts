/** Words written like names that speak for nobody: places whose names a sentence may begin with, days, powers. */
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
  god law safety word thu he auto happy congratulations noted vat table channel gift mandate papa`.split(/\s+/u),
)
const STATE =
  /\s(?:A[KLRZ]|CA|C[OT]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[EINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|VT|W[AIVY])$/u

/** Whether a name that nobody gave a title or a label to is a place or the like: `Denver`, `Tyler TX`. */
export function isNobody(name: string): boolean {
  return PLACES.has(name.toLowerCase()) || STATE.test(name)
}
