import type { SeedArticle } from '../seed-article.ts';

/** The city pages: the harbour, the trams and the council of Larkhaven, newest first. */
export const cityArticles: SeedArticle[] = [
  {
    headline: 'Night ferry returns to the harbour after eleven years',
    summary:
      'The overnight boat to Port Asper has sold every cabin on its first six sailings, and the dockers have had to relearn how to load four hundred metres of lorries in the dark.',
    section: 'City',
    byline: 'Our harbour correspondent',
    minutesAgo: 4,
    body: `The Aster Night, 168 metres long and painted the colour of weak tea, came alongside Upper Quay on her first visit and was measured at once by schoolchildren with a knotted rope. She fits the berth with nine metres to spare. The last overnight boat to Port Asper was withdrawn eleven years ago, when fuel was dear and a seat on the early plane cost less than a bunk.

The crossing takes eleven hours, three times a week in each direction. There are 212 cabins, room for 640 passengers and 1,300 metres of lane for vehicles; a third of that is reserved for lorries carrying fish, furniture and, for the first time, parcels that would otherwise fly. Every cabin on the first six sailings is taken. What remains are reclining seats, which the operator describes as generous and the harbour office describes as chairs.

Loading at night has needed practice. The ramp at Upper Quay, built for the old boat, was raised by 40 centimetres, and the crane drivers’ canteen has gone back to closing at two. Tram line 2 will wait: its last car leaves twelve minutes after the gangway is drawn in, whatever the hour, an arrangement the harbour master calls “a handshake with a timetable”.

The city has lent the service 4.6 million crowns, to be repaid once a sailing averages 410 passengers, which the treasurer expects in the second year. People in Ropewalk, whose bedrooms face the berth, were promised that the engines would stop while the ship is in port. The shore cable has been tested twice. Humming was reported once, and traced to a refrigerator in Ropewalk.

Ticket number one went to a retired steward who served on the old boat’s final crossing. He has asked not to be brought breakfast in his cabin. He would like to carry it to somebody else’s.`,
  },
  {
    headline:
      'After nine hours, three adjournments and a power cut, council agrees where the riverside bench will stand, but not which way its sitters should face',
    summary:
      'Two metres of larch, given by a reading circle, took up more of the chamber’s evening than the budget for street lighting, which had failed.',
    section: 'City',
    byline: 'The city desk',
    minutesAgo: 134,
    body: `The bench is two metres long, made of larch, and was given to the city by a reading circle that had 900 crowns left over. It has spent fourteen months in a municipal shed. By 23 votes to 21 the council has now resolved that it will stand on the Orne embankment, between the second and third lime trees west of Mint Bridge.

Three sites were in the running. The parks committee wanted the bend at Tannery Reach, which has sun until evening. The transport committee wanted the tram stop at Saltgate, where people are waiting anyway. The winning site was put forward by a councillor who explained that it was nearest her own house, and that she saw no point in pretending otherwise. Her candour is thought to have been worth three votes.

At twenty to nine the chamber went dark. A fuse had failed in the cellar, and members carried on by the glow of the emergency exits, which several described as flattering. The adjournments were for soup, for legal advice on whether a show of hands in the dark counts as a secret ballot (it does not), and for the rest of the soup.

The matter of direction was reached at eleven and referred back. Facing the river, the bench offers the harbour light and some dazzle. Facing the street, it offers passers-by and, as the disability forum pointed out, a level kerb that a wheelchair can draw up beside. A motion to mount it on a pivot was withdrawn when the city engineer named the price.

The donors stayed to the end. The circle could live with either outcome, its chairwoman said; in the course of the debate she had finished one novel and begun another.`,
  },
  {
    headline: 'How a leaking cellar in Ropewalk led engineers to a forgotten canal',
    summary:
      'A barber’s damp wall opened onto 340 metres of brick waterway, still carrying a third of the hill’s rain to the harbour two centuries after it left the maps.',
    section: 'City',
    byline: 'Our harbour correspondent',
    minutesAgo: 611,
    body: `For nine years the barber at the foot of Cable Street mopped his cellar after heavy rain, and for nine years three different plumbers told him it was the neighbours. The neighbours, having no cellar, disagreed. Last month the waterworks lowered a camera through a gap in the wall and watched it float away.

It was recovered 340 metres downhill, at a grating below Upper Quay that everyone had taken for a drain. Between the two runs a brick canal, 2.1 metres wide and just high enough for a person to stoop in, with a towpath on one side worn into a groove. The university’s archivist has since found it in a rope merchant’s accounts: it was dug to float hemp from the drying yards to the quay, covered over when the street was widened, and left off the next survey.

Nobody stopped using it except the merchants. Measurements taken over two wet days show the canal swallowing 90 litres a second, about a third of all the rain that falls on Ropewalk. “We have been congratulating ourselves on the sewers,” the waterworks’ chief engineer said. “It appears we should have been thanking somebody else.”

That is also the worry. Four metres of the vault are cracked under the tram tracks, and line 3 will crawl past at walking pace until steel ribs are in place. The repair is put at 760,000 crowns; a new storm sewer of the same capacity would cost nine million.

The barber’s wall is to be sealed, with a glazed hatch left in it at his request. Customers may look through on payment of a haircut.`,
  },
  {
    headline: 'Old Mint to reopen as public baths, with the coin press left where it stands',
    summary:
      'Heat from the district boilers will warm three pools under the striking hall; entry is fixed at four crowns, the face value of the last coin made there.',
    section: 'City',
    byline: 'The city desk',
    minutesAgo: 1910,
    body: `Anyone who has tried to move the great press of the Old Mint has failed, and the architects of the city’s new baths decided early not to try. It weighs 31 tonnes, it is bolted to bedrock, and from the autumn after next it will stand at the shallow end.

The plan approved by the building committee puts three pools beneath the iron roof of the striking hall: 25 metres for swimmers, a warm round one for children and the stiff-jointed, and a cold one for people who like to talk about cold ones. The vaults become changing rooms. Their doors, each 20 centimetres thick, will be held permanently open, since two of the keys are missing.

Larkhaven has been short of water to swim in since the Saltgate pool closed with a cracked basin. School classes now travel 50 minutes to Vessel Bay for lessons, and one child in five leaves primary school unable to swim a length; before the closure it was one in twelve. The new building can take 38 classes a week.

It will cost 22.4 million crowns, of which the state’s monuments fund pays a quarter. Running costs are kept down by the district heating main, which passes under the courtyard and returns to the boiler house warmer than it needs to be. The city’s energy office reckons the saving at 300,000 crowns a year.

Entry is set at four crowns for at least five years, the value of the last coin struck in the hall. Exact change, the committee’s chairman said, will be appreciated and, if it comes in those, framed.`,
  },
  {
    headline: 'Librarians forgive 14,311 overdue books and get most of them back',
    summary:
      'Abolishing fines cost the Saltgate branches 61,000 crowns a year; the returned stock would have cost three times that to replace.',
    section: 'City',
    byline: 'The city desk',
    minutesAgo: 2968,
    body: `The oldest came back in a bread bag: a manual of beekeeping, 37 years late, with a slip of paper at the chapter on swarms reading “Sorry. They left.” It was one of 14,311 books that the city’s libraries had written down as overdue when they gave up charging for lateness six months ago. By last week 10,240 had come home.

Fines brought in 61,000 crowns a year, and collecting them took the equivalent of one and a half librarians. Replacing the missing stock had been estimated at 190,000. Those sums had been known for a decade, the head of the Saltgate branch said, but nobody had ever set them side by side on the same sheet of paper, because they belonged to different departments.

What surprised the staff was who returned. Of the people who brought back a book more than two years late, 58 per cent borrowed another the same day, and 1,900 cards that had lain unused are active again. Many are held by parents. Several explained that they had avoided the building since a childhood debt of two or three crowns, which had grown in their minds to something unpayable.

There have been losses. The waiting time for new novels has risen from eleven days to fourteen, since some readers now keep a book until they have finished it, a practice the libraries had not planned for. Popular titles will be bought in threes.

About 4,000 books are still out. The libraries do not intend to write again. They would like it known, however, that someone has volume two of the tide tables, and that volume one is not much use without it.`,
  },
  {
    headline: 'Line 6 will run all night, once the foxes of Gannet Hill have moved out',
    summary:
      'Cooks, nurses and dockers make 2,900 journeys between one and four in the morning; the trams to carry them are parked above four sleeping cubs.',
    section: 'City',
    byline: 'Our tram correspondent',
    minutesAgo: 4931,
    body: `Between one and four in the morning some 2,900 people in Larkhaven need to be somewhere else. The transport office counted them for a month with the help of hospital rotas, kitchen closing times and the gate at Eastmole, and concluded that a tram every half hour from the container port to the hospital would serve two thirds of them.

Line 6 is to be that tram. It needs five cars and twelve drivers a night; fourteen have volunteered, drawn by a supplement of 31 crowns a shift and, as one put it, by the absence of cyclists. The ordinary fare of 2 crowns 40 will apply. The hospital and the port each pay 150,000 crowns a year towards a cost of 1.1 million, on the reasoning that staff who can get home can also be asked to come in.

The cars would leave from track nine of the Gannet Hill depot, and there the matter rests, on its side, suckling. A vixen has dug her den beneath the inspection pit. The law protects her until the cubs are weaned, and an ecologist from the university, who has counted four of them, thinks that will take another five weeks.

Running from the other end of the depot is possible but costs seven minutes a trip, enough to break the connection with the last night bus to the villages. The transport office has chosen to wait. “They were on the timetable before we were,” the depot foreman said.

Drivers have been asked not to feed the animals. The rota for doing so hangs in the mess room and is full until the end of the month.`,
  },
  {
    headline: 'Rents in Tannery Reach fall for the first time since the tannery closed',
    summary:
      'A square metre costs 4 per cent less than a year ago, because 1,150 new flats were finished in the same half-year; tenants’ advisers call it a pause, the builders call it a warning.',
    section: 'City',
    byline: 'The city desk',
    minutesAgo: 8046,
    body: `A two-room flat above the old lime pits, advertised last year at 940 crowns a month, was let last week for 890 and the promise of a working doorbell. It is a small reduction, but in Tannery Reach it is the first anyone can remember. The city’s rent index for the quarter shows a fall of 4 per cent; in the city as a whole rents rose by 1.5.

The explanation is plain enough. Three building projects, delayed for different reasons, were all completed within six months, and put 1,150 flats on a market that usually absorbs 400 a year. Landlords of older houses, who had grown used to queues on the stairs, have found themselves repainting.

The tenants’ advice centre on Bark Lane advises against celebration. The drop is largest among flats of more than 90 square metres, which few of its callers can afford, and smallest among single rooms, which have stayed at 410. “If you were looking for a room, nothing has happened,” its director said. She has also seen something new: landlords asking to come in for advice.

Builders read the same figures with less pleasure. Two of the three firms have put off further blocks, and the number of permits applied for this year has dropped from 31 to 12. The planning office fears that the gap will be felt in four years’ time, when the flats not begun now will not be finished.

It proposes that the city itself build 300 units on the site of the bark sheds, starting while cranes and crews are cheap. The council will decide in the course of the budget.`,
  },
  {
    headline: 'The new tide board can be read from the opposite bank, and that is the trouble',
    summary:
      'Larkhaven’s harbour office replaced painted numerals with lit ones two metres high. The far shore, it turns out, had been getting by on gossip and preferred it.',
    section: 'City',
    byline: 'Our harbour correspondent',
    minutesAgo: 14630,
    body: `The old board outside the harbour office gave the next high water in white paint, altered twice a day by a man with a stencil. It was accurate, much photographed, and legible at 30 metres, which is less than the width of any ship that needed it.

Its successor stands on the same posts. The numerals are two metres tall, made of 864 lamps, and show the height of the tide, its direction and the minutes until it turns, taken every ten seconds from a gauge under the mole. Skippers can read it from the outer buoy. Since it was switched on, the pilots say, calls to the office to ask about the water have fallen from 70 a day to nine.

On the far bank, 600 metres away, it can be read as well, in bed. Sixty-two households have signed a letter observing that they had no wish to know the depth of the channel at three in the morning, and that a figure of 0.4, in red, is not restful. A retired pilot among them added that the colour was in any case wrong: red, on this coast, has always meant a rising tide.

The harbour master went across by rowing boat to look, and came back persuaded. From next week the lamps will dim to a tenth between eleven and five, and shine through slats that narrow the beam to the channel. The change costs 8,200 crowns. The colours stay as they are, pending a decision by the pilots, who are divided by age.

The man with the stencil has been kept on to clean the lamps. He paints the figures too, on a slate by the door, and says that so far they agree.`,
  },
  {
    headline: 'Forty drinking fountains repaired, two disputed, one occupied by a heron',
    summary:
      'A year’s work by three plumbers has left the city with more free water than at any time since the pumps were cast; the last few taps raise questions of law.',
    section: 'City',
    byline: 'The city desk',
    minutesAgo: 35710,
    body: `Set end to end, the brass taken out of Larkhaven’s drinking fountains over the past year would reach from the Old Mint to the station clock. Most of it had seized. Three plumbers of the waterworks, working from an inventory that had last been corrected in pencil, have returned forty of the city’s forty-three public fountains to use, at an average of 1,700 crowns apiece.

The effect can be measured. A quarter of a million litres were drunk, splashed or poured into dogs’ bowls in the first warm weeks alone, and the kiosks along the embankment report selling a fifth less bottled water. They had feared worse, and are making it up in lemonade.

Two of the remaining three are the subject of correspondence. The fountain at Hemp Square stands 11 centimetres inside the boundary of an insurance office, which is willing to let the public drink but not to be responsible if it slips. That on the university steps was a gift, on the condition that it run day and night for ever; the waterworks would prefer it to have a button. The donor’s deed is with the lawyers, who are drinking from it.

The last is in the fish market. A grey heron has stood in its basin each working day since the stalls began to give up their trimmings for compost, and regards the plumbers without interest. It belongs to a protected species and cannot be moved on.

The waterworks has installed a second spout round the corner, at a height intended for people. The heron was observed trying it within the hour.`,
  },
  {
    headline: 'Parking wardens will carry bicycle pumps in a six-month trial',
    summary:
      'Every warden’s satchel gains a pump, a patch kit and a tyre lever. The union asked for training; the cyclists’ club asked whether the wardens could keep the hats.',
    section: 'City',
    byline: 'Our tram correspondent',
    minutesAgo: 67140,
    body: `The idea came from a complaint. A resident of Mintside wrote to the traffic office that in one afternoon she had passed seven wardens and not found one person able to inflate a tyre. The office wrote back that this was not among the wardens’ duties, and then, to its credit, wondered why not.

From Monday the city’s 54 wardens will carry a pump, a patch kit and a tyre lever, together weighing 380 grams. They are asked to help anyone who flags them down, for as long as ten minutes, and to finish writing the ticket first. Repairs are free. The equipment cost 1,900 crowns, a sum the wardens recover for the city in slightly under a morning.

Their union had two conditions. Members must be taught, and a warden may not be blamed for a tube that fails later. Both were accepted, and the training, held over two evenings at the tram depot, is said to have been competitive. The best of the class can change a rear tyre in four minutes and eight seconds with cold hands.

There is a serious purpose underneath. In surveys, one cyclist in six who has gone back to driving names a breakdown far from home as the reason, and wardens are spread through the streets more evenly than any other public servant. In the outer districts there is one within 700 metres at most hours; the nearest repair shop is on average three kilometres away.

After six months the office will compare the number of repairs with the number of tickets. It has declined to say which it hopes will be higher.`,
  },
];
