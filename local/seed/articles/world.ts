import type { SeedArticle } from '../seed-article.ts';

/** The world pages: Ostrany, the Quillon Isles and beyond, newest first. */
export const worldArticles: SeedArticle[] = [
  {
    headline: 'Merrin Strait pilots end their strike and bring ninety ships through in one night',
    summary:
      'A settlement over rest hours frees the queue that had stretched back past the Quillon light; perishable cargoes went first, and a circus went before them.',
    section: 'World',
    byline: 'From our correspondent in Port Asper',
    minutesAgo: 13,
    body: `The first pilot boat left the mole at Port Asper eleven minutes after the signatures were dry. By daybreak her crew and nine others had put pilots aboard ninety ships and taken them through the Merrin Strait, six miles of tide race that no vessel over 120 metres may attempt alone. On an ordinary night they manage thirty.

The strike lasted sixteen days. It was not about money, which both sides had agreed on in the first hour, but about sleep. Pilots had been working seven days of twelve hours with their rest counted from the end of the passage, though getting home from the far end of it by launch takes up to three hours more. Under the settlement rest begins on dry land, and 22 pilots are to be hired.

The shipping lines will pay for them through a surcharge of 3 per cent on the pilotage fee. Their association called the terms acceptable, having put its losses at 1.4 million crowns for each day its ships lay at anchor.

Order of passage was settled by the harbour captain with a pencil. Ships carrying fruit, fish or medicine had precedence, and a coaster with 34 circus animals aboard was let through before any of them because the elephants had finished their hay. Eleven vessels had already given up and gone the long way, around the outer banks, at a cost of four days.

In Larkhaven, where the shelves have been short of citrus and paper, wholesalers expect the first deliveries within 36 hours. The queue itself should be gone by the weekend. For the moment it is still visible from the hill above the town, and people have been taking their supper up there to watch it shrink.`,
  },
  {
    headline: 'Ostrany abolishes the Regnwatterafvoerheffingsfrystelling, form and word alike',
    summary:
      'The certificate exempting a householder from the charge for draining rainwater ran to nine pages; its name, at 35 letters, did not fit the box provided for it.',
    section: 'World',
    byline: 'From our correspondent in Vell',
    minutesAgo: 178,
    body: `Ostranian builds its words as its people build their sheds, by adding to the end. The longest in official use, until parliament rose on its last sitting day, was Regnwatterafvoerheffingsfrystelling: the certificate by which the owner of a cistern was excused the levy on draining away the rain he had collected. The law behind it has been repealed, by 96 votes to 4.

There were good reasons to be rid of it. About 41,000 households applied each year, and each application passed through the hands of a surveyor, a clerk and a second clerk who checked the first. The levy forgone came to 12 crowns a house. Processing the paper cost 19. A commission of three hydrologists recommended that anyone with a cistern simply not be sent the bill, and the ministry could think of no objection.

The four dissenters objected to something else. Schoolchildren learn to spell the word at ten, they pointed out, and it is painted in full along the side of a bus in the capital, where it reaches from the front wheel to the emergency door. One member read it into the record slowly, and was reminded by the chair that speaking time is limited to two minutes.

The form had troubles of its own. The box for its title held 28 characters, so that every copy issued in thirty years was, strictly, a certificate of something else.

The academy of language in Vell, asked whether the word would now be struck from its dictionary, replied that words are not struck out but marked as historical. The mark is itself a compound of 19 letters. The longest word in living use becomes the one for a deputy inspector of inland ferries’ lifebelts, who has let it be known that he is honoured.`,
  },
  {
    headline: 'Two towns, one bridge, and at long last a clock that tells them both the same time',
    summary:
      'For 48 years the border at Hallmere divided neighbours by thirty minutes. Bakers, brides and the fire brigade are the first to gain from a treaty of four paragraphs.',
    section: 'World',
    byline: 'Our foreign editor',
    minutesAgo: 506,
    body: `A person crossing the footbridge from Upper to Lower Hallmere used to arrive twenty-nine minutes before setting out. Coming back took thirty-one minutes for the same 140 paces. The two towns share a river, a dialect and a brass band, but they belong to different republics, and the republics could not agree where noon should be.

The quarrel began with a railway. Ostrany set its clocks by the capital; its neighbour, wishing its trains not to be late by foreign reckoning, chose a meridian half an hour to the west. That was 48 years ago. The line closed long since, but the hours stayed where they were, and people organised their lives around the gap. A couple married at noon on one bank could cross over and find half an hour in hand in which to reconsider.

Less comically, the fire brigades kept separate duty rosters, and twice in the past decade a shift had ended in one town before it began in the other. In the second case a sawmill burned for 20 minutes with nobody officially on call. The inquiry’s report ran to 200 pages and asked for one thing.

The treaty that grants it has four paragraphs. Both towns, and 60 kilometres of border on either side, adopt the time of whichever republic’s observatory is closer, which a surveyor found to be Ostrany’s by 900 metres. The neighbour receives, in return, the right to name the shared hour.

The clock on the bridge had two faces. The one looking west has been stopped, by common consent, at the moment it was overtaken.`,
  },
  {
    headline: 'The Vell–Sainte-Ilière sleeper is back, with a dining car and a crème caramel',
    summary:
      'Fourteen hours, two gauges and three languages after leaving the lakes, passengers step out beside the sea; the railway needs 58 per cent of the berths filled, and has 91.',
    section: 'World',
    byline: 'From our correspondent in Vell',
    minutesAgo: 1496,
    body: `At Col-du-Pré, a little after one in the morning, the whole train is lifted forty centimetres into the air with its passengers asleep in it. The bogies are rolled out from beneath, those of the southern gauge are rolled in, and the carriages are set down again. It takes 26 minutes. On the first night, the chef de train reported with satisfaction, nobody rang to ask what the matter was.

The Vell–Sainte-Ilière express had been gone for seventeen years. It was brought back by an unlikely partnership: the Ostranian state railway, which had the locomotives; the seaside département of Haute-Ilière, which had empty hotels; and a cooperative of 3,600 travellers, each of whom bought a share for 200 crowns and is entitled to one free pillow a year.

Nine second-hand carriages were rebuilt in the works at Vell. There are couchettes for six, compartments for two, and a dining car with twelve tables, where the menu is short and finishes in every case with the crème caramel for which the old train was known. The recipe survived on the back of a wagon inspection sheet.

A berth costs from 64 crowns. To break even, 58 per cent of them must be sold, and for the first quarter the figure stands at 91. The airline that flies the route has withdrawn one of its two daily services, citing maintenance.

Delays are the weak point. The southern section is single track, shared with freight, and the inaugural run reached the coast 50 minutes late. By then breakfast had been served twice, and the stationmaster’s speech, which he had timed, was delivered to an emptying platform.`,
  },
  {
    headline: 'Sendara’s floating clinics reach the upper delta ahead of the flood',
    summary:
      'Six converted rice barges carry nurses, refrigerators and a dentist to 212 villages that will shortly be islands; the season’s vaccines are already under thatch.',
    section: 'World',
    byline: 'Our foreign editor',
    minutesAgo: 3245,
    body: `For five months of the year the road to Nam Dol is a road. For the other seven it lies under two metres of brown water, and the village of 900, like 211 others in the upper Sendara delta, is reached by whoever has a boat and a reason. Until three years ago nurses seldom had either.

The barges were built to carry rice and are slow, flat and almost impossible to sink. Six of them have been fitted out by the delta’s health office with an examination room, solar panels, a refrigerator and berths for a crew of five, at 140,000 crowns a boat. Each follows a circuit of about 35 villages and comes back to where it began after 24 days, so that a patient who is told to return in a month can nearly always be obeyed.

What matters this time is the order of travel. Forecasters expect the crest eleven days earlier than usual, and the fleet has gone to the farthest villages first, stocking village stores with vaccines, antivenom and rehydration salts before the current grows too strong for the engines. By Thursday 198 stores had been filled.

The results so far are careful but encouraging. Among children on the circuits, vaccination has gone from 54 to 87 per cent, and the number of women who give birth with a midwife present has doubled. Deaths from snakebite, which rise with the water as people and cobras retreat to the same high ground, fell from 31 to nine in the last flood.

The dentist, who joined one circuit as an experiment, is booked until the water goes down. She says that her patients are brave, and that they have little choice: the chair is at the bow, and there is nowhere to go.`,
  },
  {
    headline: 'A plateau of shepherds now sells its wind to three countries',
    summary:
      'On Tavar the turbines belong to the villages, which lease grazing rights beneath them. A year’s income would once have bought every sheep on the mountain.',
    section: 'World',
    byline: 'Our foreign editor',
    minutesAgo: 5340,
    body: `The wind on the Tavar plateau has eleven names, nine of them rude. It blows on 330 days of the year, it has bent the few trees flat against the ground, and for as long as there have been records of the place it was given as the reason for leaving. Lately people have begun to come back for it.

Sixty-eight turbines stand along the western rim. They were not put there by a utility. Twenty-three villages, which had held the pasture in common since before anyone wrote it down, voted to borrow 210 million crowns against it, and kept the machines in the same common ownership. Each household has one share, which cannot be sold and lapses if nobody has slept in the house for a year.

Power goes down three cables to three countries, who bid for it by the quarter hour. Last year the commons earned 38 million crowns after interest. A third was paid out, some 2,100 crowns to a household; a third went to the loan; the last third has built a secondary school, re-roofed two mosques and a chapel, and hired a vet.

Quarrels have not been abolished. The grid operators downhill complain that the shepherds have learned to watch the price and will feather the blades on a whim; the shepherds reply that they do so when the lambs are being moved, as the contract allows. An owl has been killed, and a biologist now sits on the board with a right of veto during the migration.

The number of sheep, which was expected to fall, has risen by a fifth. They have discovered that a tower casts a long narrow shade, and through the hot hours they lie along it in a line, shifting with the sun like the hand of a clock.`,
  },
  {
    headline: 'Quillon Isles vote to keep their smallest school open for its four pupils',
    summary:
      'Every island paid in, including those that have lost schools of their own. The teacher, who is also the postmistress, will be given a second room and a colleague.',
    section: 'World',
    byline: 'From our correspondent in Port Asper',
    minutesAgo: 7455,
    body: `Attendance at the school on Lesser Quill is taken by looking up. There are four pupils, aged six to thirteen, two of them sisters, and one teacher, who closes the post office for lessons and opens it at break. A rule of the education department says that a school with fewer than eight children must shut. The islands have just voted to change the rule.

It was put to a referendum because the sum involved, 118,000 crowns a year, has to come from a fund shared by all nineteen islands. That gave the decision to voters on Great Quill, where nine in ten of the population live and where two village schools were closed only recently. Campaigners for Lesser Quill had expected to lose. They won with 61 per cent.

Exit interviews by the islands’ radio suggest why. The nearest other school is 50 minutes away by a boat that does not sail in a northerly, so that the children would have had to board from Monday to Friday. On the last island where that was tried, families moved away within three years, the shop followed, and the ferry company withdrew in the fifth. The lighthouse there is now looked after by computer.

The new rule lets a school stay open while it is more than 40 minutes from the next one, provided that at least two teachers are in post, so that nobody works alone. An advertisement for the second has brought 70 applications, a few of them from people who enclosed photographs of their boats.

The pupils followed the count on a wireless set in the classroom, and were asked to turn it into percentages as it came in. The eldest had the answer four minutes before the radio.`,
  },
  {
    headline: 'Wanted in Norrask: a lighthouse keeper who does not mind the ice road',
    summary:
      'The last staffed light in the far north has lost its couple of 31 years to retirement. The post pays well, offers a view of nothing at all and drew 2,600 letters.',
    section: 'World',
    byline: 'Our foreign editor',
    minutesAgo: 20155,
    body: `The advertisement was plain to the point of deterrence. It promised a stone house, a generator, 41 nights without sunrise, a neighbour at 68 kilometres, and a road to him that exists from the freezing of the bay until its thaw. Applicants should be able to repair a diesel engine by touch. The coastguard at Norrask expected a dozen replies and has had 2,600.

The light on Cape Ulv is the only one on that coast still kept by people. Machines have been tried. They did well for two years, until rime ice closed the ventilators and the lamp switched itself off for its own protection during the worst storm in a decade. A trawler went aground, her crew of seven were taken off by sledge, and the keepers were asked to come back from their holiday.

They had kept the light for 31 years and were the sort of couple, a coastguard officer said, who finish one another’s crosswords. They have retired to a flat in the south, above a shop, and are reported to be getting used to curtains.

Sorting the letters has been instructive. Half came from cities of over a million. Many writers wanted to finish a book; several wished to be away from one. A committee of three set these aside, along with everyone who used the word “solitude” more than twice, and invited fourteen candidates to spend a week in a training hut with no telephone and an unreliable stove.

Two sisters, both ships’ engineers, mended the stove on the first day and asked what else there was to do. They begin when the road opens. The salary is 61,000 crowns a year, and, as the advertisement noted, there is nothing to spend it on.`,
  },
  {
    headline: 'Harvest census along the Lower Tesk counts more storks than tractors',
    summary:
      'A river valley that stopped draining its meadows nine years ago has 1,214 nests and 1,190 machines. Farmers are paid for the birds, and have started to bargain.',
    section: 'World',
    byline: 'From our correspondent in Vell',
    minutesAgo: 45235,
    body: `Volunteers count the storks of the Lower Tesk on a single evening, when the birds come home and stand about on their nests like landlords. This season’s figure is 1,214 occupied nests. The farm registry, published the same week, lists 1,190 tractors, and so for the first time since there were tractors the valley has fewer of them than of storks.

The change goes back nine years, to a pump. When the largest of the drainage stations wore out, the district council compared the price of replacing it, 17 million crowns, with the value of the hay it kept dry, and left it broken. The river came back over 6,000 hectares of meadow each spring. Frogs followed the water, and storks the frogs.

Farmers who lost early grazing were promised 240 crowns a year for each nest on their land. The sum was fixed when there were 130 nests. The district now pays out nearly 300,000 crowns, and has suggested that the rate be looked at. The farmers’ union agrees, having worked out that visitors who come to see the birds spend four million in the valley’s inns.

Both sides have brought arguments to the table. The council has noticed that cartwheels, on which storks like to build, are being hoisted onto barns at a rate the birds alone cannot explain. The union replies that a cartwheel costs 90 crowns and that the outlay is a business risk.

Not everyone is charmed. The power company has insulated 800 pylons, and the parish of Unter Tesk has given up ringing its bells between courtship and fledging, because the only pair to nest in the tower is easily offended.`,
  },
  {
    headline: 'Glacier town carries its library uphill, one armful at a time',
    summary:
      'Meltwater has made the valley floor unsafe, and the people of Hochvarn are moving, house by house. They began with 23,000 books and a queue 1.4 kilometres long.',
    section: 'World',
    byline: 'From our correspondent in Vell',
    minutesAgo: 80245,
    body: `Lorries had been offered, and were declined. On the first dry Saturday 1,100 of Hochvarn’s 1,600 inhabitants lined the path from the old library to the new one, an arm’s length and a half apart, and passed the collection up the mountain by hand. It took nine hours. The first book to arrive was an atlas and the last a manual on lifting heavy weights safely.

The town lies beneath the Varn glacier, or what is left of it. A lake has been gathering behind the moraine for ten years and now holds eight million cubic metres; engineers lower it with siphons each summer, but they will not guarantee the dam of rubble that contains it. Ostrany’s government has offered every household a plot on a terrace 160 metres higher, and Hochvarn has accepted, by a show of hands, on condition that it go together.

The move will take six years. The school is next, then the clinic, then homes in an order drawn by lot. Three farms below the church have asked to be last, since their hay meadows do not move. The state is paying 88 million crowns for roads, pipes and foundations, and families are to have their old houses valued as though there were no lake.

Starting with the library was the mayor’s decision. A hospital or a bakery would have been more urgent, she conceded, but people who had carried something up the hill would know the way, and would want to be near it.

Of 23,000 volumes, two were lost. A third, a bound set of weather records, was held up for an hour near the halfway mark, where somebody had begun to read it.`,
  },
];
