import type { SeedArticle } from '../seed-article.ts';

/** The business pages: firms, prices and wages in and around Larkhaven, newest first. */
export const businessArticles: SeedArticle[] = [
  {
    headline: 'The ropeworks that outlived sail wins a contract to moor floating turbines',
    summary:
      'Ropewalk’s last factory will spin 73 kilometres of hawser as thick as a thigh. It needs 60 more hands and a building 40 metres longer than the street.',
    section: 'Business',
    byline: 'The business desk',
    minutesAgo: 63,
    body: `Rope is made in a straight line, and the length of the longest rope a works can make is the length of the works. At the Larkhaven Ropeworks that is 410 metres, the full extent of a shed so narrow that the foremen patrol it by bicycle. The hawsers it has now been asked for are 450 metres long.

They are to hold 18 floating wind turbines against the tides outside the Merrin Strait. Each platform rides on nine lines of polyester braid, 28 centimetres across, which stretch where chain would snap and weigh a twentieth as much. The order is for 162 of them, almost 73 kilometres, and is worth 96 million crowns over three years: more than the firm’s whole turnover in the last four.

Two larger companies bid against it. What decided the matter, according to the wind farm’s developers, was a length of rope sent in with the tender, cut from a ferry’s mooring after nineteen years of use. It still held 91 per cent of its rated load.

Sixty people will be hired, bringing the staff to 205, and 22 million crowns invested in machines. The shed will be lengthened over the back yard, across a lane and into what is currently a billiard hall. Its owner has agreed to move in return for a sum and the old spinning wheel that he has admired through the window for years.

The managing director, whose predecessors saw off iron chain, wire and the steamship, was asked what the firm would do when turbines went out of fashion. Things would still need to be tied to other things, she said.`,
  },
  {
    headline: 'Four-day week at North Mole Yard: the ferries were delivered anyway',
    summary:
      'After eighteen months the shipbuilder reports 2 per cent less output, half the accidents and a waiting list of welders. Unions and owners want to make it permanent.',
    section: 'Business',
    byline: 'The business desk',
    minutesAgo: 287,
    body: `The figure everyone turned to first was on page nine. In eighteen months of working 34 hours a week instead of 40, on the same pay, the 870 employees of North Mole Yard produced 2 per cent less than in the eighteen months before. They had been expected to produce 15 per cent less. Two ferries and a dredger left the slip on the agreed day, and a third ferry left early, which had not happened at the yard since the keeping of records began.

The report was written by the university’s institute of labour for the owners and the union together, and it is cautious about the reasons. Fewer shifts meant fewer changes of shift, at each of which the yard used to lose 25 minutes. Machines are now serviced on the fifth day rather than when they break. Reported accidents fell from 64 to 31, and most of the missing ones belong to the last two hours of the old week.

Some things became worse. Apprentices learn more slowly because they see their masters less often; suppliers who deliver on the closed day have been turned away at the gate; and the canteen, with a fifth fewer meals to cook, has put up the price of soup.

Recruitment is where the owners see their return. The yard had 40 vacancies for welders when the trial began, and advertised abroad. It now has none, and a list of 118 people who have asked to be told when one arises.

Both sides propose to keep the arrangement, with a clause allowing ten longer weeks a year before a launch. Staff will vote. The institute asked them what they did with the extra day, and received 870 answers. The commonest was “shopping, but slowly”.`,
  },
  {
    headline: 'Umbrella maker insures itself against sunshine',
    summary:
      'A Mintside workshop will be paid 400 crowns for every dry day beyond the hundredth. Its underwriter has laid off the risk with a chain of ice-cream parlours.',
    section: 'Business',
    byline: 'The business desk',
    minutesAgo: 737,
    body: `Last year it rained on 139 days in Larkhaven, and the city’s only umbrella workshop lost money. The year before there were 171 and it paid its nine employees a bonus. Its owner, who does the accounts on the back of pattern paper, worked out that each dry day costs her about 400 crowns, and went to see an insurance broker to ask whether anything could be done about it.

Something could. Under a policy signed last week the workshop pays a premium of 11,000 crowns. For every day without measurable rain at the university’s weather station, beyond the first hundred in a half-year, it will be sent 400 crowns, up to a limit of 30,000. No loss need be proved. The gauge decides, and its readings are published at eight each morning.

Contracts of this kind are common among grain merchants and power stations, and rare among firms that could fit into a tram. The difficulty is always to find the other party: someone who suffers in the wet. The broker took an afternoon walk along the embankment, and counted seventeen shuttered kiosks.

The result is a second policy, with a family of ice-cream parlours, which pays when it rains too much. The two risks very nearly cancel, so the underwriter keeps a margin of about 6 per cent for carrying paper between them. Its actuary called it the most relaxing piece of business she had written.

The workshop makes 14,000 umbrellas a year, from 38 crowns, and mends any that are brought back. Repairs rise sharply in high winds. The owner has asked for a quotation.`,
  },
  {
    headline: 'Savings Union cuts its mortgage rate as deposits reach nine billion crowns',
    summary:
      'Borrowers on variable terms will pay 3.4 per cent, the least in six years. The mutual has more money coming in than it can lend, and is looking at houseboats.',
    section: 'Business',
    byline: 'The business desk',
    minutesAgo: 1683,
    body: `The Larkhaven Savings Union will lower its standard mortgage rate from 3.9 to 3.4 per cent at the start of next month, a deeper cut than any of its competitors has made this year. On a typical loan of 180,000 crowns over thirty years the saving is 51 crowns a month.

Generosity has little to do with it. Deposits have grown by 14 per cent in twelve months and passed nine billion crowns in the last week of the quarter, while lending grew by only three. A mutual society has no shareholders who might be given the surplus, and money parked at the central bank earns less than the Union pays its savers. In the first half-year the gap cost it 19 million.

Why people are saving so much is disputed. The Union’s economist points to wage settlements, the large public contracts at the port, and caution. Branch managers add another cause: three of the commercial banks have closed their counters in the outer districts, and those of their customers who prefer a face have brought their accounts across the road.

Rivals are expected to follow, though not all the way. Two of them confirmed that they were reviewing their rates. The central bank’s own rate has not moved since the turn of the year, and analysts see no reason why it should before the next wage round.

The Union means to lend in places that it has avoided until now. It will offer loans on flats above shops, on cooperatively owned buildings and, for the first time, on houseboats, provided that they float. A surveyor has been appointed for that purpose. He comes from the fishing fleet, and his fee includes the hire of a diver.`,
  },
  {
    headline: 'A container port without a queue, or what Eastmole did with its nights',
    summary:
      'Lorries used to wait 94 minutes at the terminal gate. Fixed slots, a cheaper tariff after dark and a good breakfast have brought that down to eleven.',
    section: 'Business',
    byline: 'Our shipping correspondent',
    minutesAgo: 3619,
    body: `At six in the morning two years ago the line of lorries outside the Eastmole terminal began at the gate and ended, on a bad day, among the vegetable plots of Orne Bridge, four kilometres inland. Drivers knew one another’s children’s names. The average wait was 94 minutes, and on windy days, when the cranes stop, there was no average.

The remedy cost less than a crane. A haulier now books a slot of half an hour, and pays 38 crowns to collect a container by day, 12 after nine in the evening and nothing between two and four. Anyone who misses a slot goes to the back of a much shorter line. In the first month a third of the trade moved into the hours of darkness; it is now 46 per cent, and the wait at the gate is eleven minutes.

The port’s calculation was that containers do not care what time it is. Warehouses do, and several had no night staff. Four firms solved that by sharing a yard near the ring road, where boxes are dropped at three in the morning and picked up at eight. Those who work there earn a quarter more than they would by day.

Orne Bridge has its road back. Measured noise at the edge of the village has dropped by seven decibels between six and nine, though it has gone up by two after midnight, and the parish is asking for a barrier.

One detail was nearly left out. For night drivers the port opened a canteen, at a loss of 90,000 crowns a year, and in a survey of why they had switched, more of them mentioned the eggs than the tariff. The harbour board has voted to leave the canteen alone.`,
  },
  {
    headline: 'One tin of sardines, 1 crown 90: anatomy of a price that refuses to rise',
    summary:
      'Oil, steel and wages have all gone up since the cannery last reprinted its labels. A look inside the tin shows who has been paying, and how much longer they can.',
    section: 'Business',
    byline: 'Our shipping correspondent',
    minutesAgo: 5766,
    body: `The tin costs 31 cents before there is anything in it. Five sardines, headed and trimmed, come to 42; sunflower oil to 19; salt, label and carton to 11. Wages at the Vessel Bay cannery add 38, steam and electricity 14, carriage eight. That makes 1 crown 63, and leaves 27 cents for the shop, the wholesaler and the cannery to divide among themselves.

Six years ago they had 61. In that time steel plate has become dearer by 40 per cent, oil by 70, and the hourly wage on the packing line by 22. The price on the shelf has stayed at 1 crown 90, where it is printed on the lid.

There lies one explanation. The lids are stamped rather than labelled, with a die that was bought outright, and the cannery possesses some eleven million of them. A change of price would mean a change of die, at 64,000 crowns, and the melting down of the stock. “We are not cheap,” the head of sales said, “we are engraved.”

The truth is a little more strategic. Each time a competitor has raised its price, Vessel Bay has gained customers; its share of the market has grown from a fifth to a third, and a line that runs for sixteen hours a day costs less per tin than one that runs for nine. It also buys its fish by the season, from 26 boats that accept a lower price in exchange for a certain one.

All these savings have now been made once. The next pay round is due, the boats want two cents, and the stock of lids will last for another fourteen months. After that, the cannery says, it will think about a sticker.`,
  },
  {
    headline: 'Dairy cooperative pays its farmers early and blames the cheese',
    summary:
      'Orne Valley’s hard cheese, laid down two years ago as a way to use spare milk, has sold out abroad. Six hundred farms share 7.8 million crowns.',
    section: 'Business',
    byline: 'The business desk',
    minutesAgo: 9520,
    body: `Letters from the Orne Valley Dairy Cooperative seldom contain good news, and several members admitted to having left this one on the kitchen table for a day. It announced that the yearly bonus would be paid ten weeks early, and that it would come to three cents a litre instead of one. For a farm with 60 cows that is about 13,000 crowns.

The money comes from a mistake. Two springs ago the cooperative had more milk than it could bottle and, rather than sell it for powder, filled a disused railway tunnel near Upper Orne with 24,000 wheels of hard cheese. The tunnel proved damper than planned. The rind grew thick and grey, two inspectors asked for the whole lot to be destroyed, and a third, who was the oldest, asked for a knife.

What had formed was a cheese with the crystals and the nutty edge of one twice its age. A buyer from Vell took 200 wheels on trial and came back in a fortnight for the rest. It sold for 21 crowns a kilogram, three times what the ordinary kind makes.

The cooperative, which belongs to 604 farms and has had a hard decade, is trying to remain calm. It has leased a second tunnel and laid down 30,000 wheels, knowing that they will bring in nothing until the year after next. Half the extra profit goes into reserves. Members voted for that by a small majority, after a debate in which the word “rainy” was used of both days and tunnels.

Nobody knows quite how the damp did its work. A microbiologist from the university has been given a key, a torch and a strict limit on samples.`,
  },
  {
    headline: 'Bakers concede that flour will cost less; the price of a loaf is another matter',
    summary:
      'Wheat is down by a fifth after a good harvest. Flour makes up just eleven cents of a three-crown loaf, the guild says, and the oven has not heard about the harvest.',
    section: 'Business',
    byline: 'The business desk',
    minutesAgo: 23870,
    body: `Millers in the Orne valley have cut the price of bread flour from 187 to 148 crowns a tonne, following the best wheat harvest for seven years. Shoppers who look forward to cheaper bread were met by the bakers’ guild with a pie chart.

Of a one-kilogram loaf sold in Larkhaven for three crowns, the guild says, flour accounts for eleven cents at the new price, against fourteen before. Wages take 1 crown 20, rent 48 cents, energy 41 and tax 20. The remainder covers salt, yeast, delivery, the loaves left over at closing time, and the baker. A reduction that passed on the whole saving would come to three cents, for which, it was pointed out, most tills no longer have a coin.

The consumers’ league does not dispute the chart. It has brought along an older one. When wheat rose by a quarter, three years ago, the same loaf went from 2 crowns 60 to 2 crowns 90 in one step, though by the guild’s reckoning it should have gained four cents. Energy was given as the cause. Energy has since become cheaper.

Both documents have been sent to the competition office, which is in the habit of looking at bread every few years and has never found a cartel, only a great deal of similar arithmetic.

A few bakers have gone their own way. One in Saltgate charges 2 crowns 70 after four in the afternoon and throws away a third of what she used to. Another has left the price alone and made the loaf 40 grams heavier, on the grounds that people notice what is in their hand. The guild has asked him to explain himself at its next meeting, and to bring some.`,
  },
  {
    headline: 'Glassworks lets its furnace go out after sixty-one years, to light a bigger one',
    summary:
      'The fire at Tannery Reach had burned through strikes, floods and two changes of owner. Its electric successor will melt 90 tonnes a day on a third of the energy.',
    section: 'Business',
    byline: 'The business desk',
    minutesAgo: 50690,
    body: `It took eleven days to put out. A glass furnace cannot simply be switched off; the melt would set hard, and the brick around it would crack. So the gas was turned down a little each shift, while men in silver coats drew off the last 140 tonnes, until a Tuesday on which the windows of the glassworks were dark and the people of Tannery Reach, some of whom had slept by that light all their lives, telephoned to ask who had died.

The furnace was lit sixty-one years ago and had been meant to last for fifteen. It burned through two floods, a strike of five weeks and a bankruptcy, tended by a skeleton crew whom nobody was sure of being able to pay. In all it made some three thousand million bottles, which laid end to end would reach the moon and come back.

Its replacement melts with electrodes rather than flame, topped up with gas only when the grid is short. It will produce 90 tonnes a day where the old one managed 55, and use a third as much energy per bottle, the firm says. Of the 48 million crowns that it cost, the state contributed nine, on condition that emissions fall by at least 60 per cent.

All 312 employees keep their jobs, though not the same ones. The gatherers, who judged the temperature by eye and were seldom out by more than ten degrees, are being taught to read instruments, and to say when they disbelieve them.

The first melt is due in five weeks. A shovelful of broken glass from the last day’s work will go in ahead of the sand. It is customary and, a chemist at the works added, it does in fact help.`,
  },
  {
    headline: 'Who still buys carbon paper? A stationer in Mintside has kept the ledger',
    summary:
      'Tattooists, dressmakers and one department of the tax office keep alive a product whose last manufacturer on this coast makes it two days a year.',
    section: 'Business',
    byline: 'The business desk',
    minutesAgo: 87910,
    body: `The shop on Assay Street has sold paper for 130 years and writes down to whom. That habit, begun by a founder who gave too much credit, means that its present owner can say with precision what has become of carbon paper. Her grandfather sold 900 boxes of it a year. She sells 212, and the number is rising.

Ninety-four boxes went last year to tattooists, who trace with it. Dressmakers took 51, sign painters 20, and a puppet theatre two. A notary in Saltgate orders a box each quarter because a copy made by pressure cannot have been made afterwards. And twelve a year are collected in person by an official of the tax office, for a department he has declined to name.

Supply is harder than demand. The only remaining manufacturer on the coast runs its coating machine on two days a year, one for black and one for blue, and the machine’s operator retired three years ago. He comes back for it. The firm, which makes its living from labels, loses a little on each run, and carries on because the wax bath doubles as a test rig.

The owner has looked at what else in her ledger behaves this way. Fountain pen ink fell for forty years, and has doubled in eight. Blotting paper followed. Sealing wax never dipped at all, for reasons to do with weddings. She has therefore arranged to buy whatever the coating machine produces for the next five years, about 1,500 boxes, and is clearing a cellar.

It will be dry and dark, which is what carbon paper likes. Stored well, she says, it keeps for half a century. She has some to prove it, and it is not for sale.`,
  },
];
