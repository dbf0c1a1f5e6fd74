import type { SeedArticle } from '../seed-article.ts';

/** The science pages: what the university and its neighbours have found out, newest first. */
export const scienceArticles: SeedArticle[] = [
  {
    headline: 'Sea-grass meadow in the outer harbour has doubled in six years',
    summary:
      'Divers mapped 118 hectares where there had been 57. Young cod and cleaner water have come with it, and ships’ anchors are now what stands in the way of more.',
    section: 'Science',
    byline: 'The science desk',
    minutesAgo: 41,
    body: `Seen from the pilot launch it is only a darker patch of green, beginning at the old quarantine buoy and ending where the dredged channel drops away. Last month eleven divers swam across it along ropes, one metre at a time, and counted shoots. The outer harbour’s sea-grass covers 118 hectares. When the university first measured it six years ago, there were 57.

Nobody planted the difference. The team’s leader credits the new treatment works upriver, which removed two thirds of the nitrogen that used to feed the algae, and so let in the light. At five metres’ depth the brightness at noon has risen by 40 per cent. Sea-grass needs a certain minimum to live, and over a great deal of the harbour that minimum has been crossed.

What lives among it was counted too. Nets drawn through the meadow at night held 23 young cod for every one taken over bare sand, along with pipefish, which the harbour had not recorded for thirty years. The sediment beneath is storing about 140 tonnes of carbon annually, useful without being much: it is what the harbour’s own vessels emit in nine days.

The survey also found scars. Forty-four long furrows, some of them freshly cut, show where ships waiting for a berth have dragged their anchors. A furrow closes over at 20 centimetres a year, which is to say that a big one takes a decade.

The harbour office has answered by moving the anchorage 800 metres to the west, where the bottom is gravel, and laying six mooring buoys. It estimates the cost at 270,000 crowns. Masters have been asked to comply from now on, and, the harbour master added, will find from the next edition of the chart that they have no alternative.`,
  },
  {
    headline: 'Bold type & blinking text: the web’s first home pages are being read again',
    summary:
      'The university library has rescued 3,100 pages typed by hand by its own students and staff. Scholars study the mistakes, which turn out to be where the people are.',
    section: 'Science',
    byline: 'Our university reporter',
    minutesAgo: 226,
    body: `The first line of the oldest page in the collection is a misprint. Its author, a student of marine engineering, wanted the word “Welcome” in heavy type, and wrote <b>Welcome</b as the language of the web requires, except for the last bracket, which he forgot. Everything that follows is therefore bold: his timetable, his views on diesel, a recipe for lentils. He seems to have liked it, for he kept the page that way for nine years.

It is one of 3,100 home pages that the university library has recovered from a shelf of magnetic tapes marked “misc”. They were typed by hand, by people who had no reason to suppose that anyone would look. A department of history is now reading all of them.

What a page shows is of less interest than what is written behind it. Authors left notes to themselves between <!-- and -->, where no visitor would see them: apologies, jokes, the name of a girl, “ask R. why this works”. They wrote & where they should have written &amp; and, when the next word turned into a foreign sign, invented explanations. A physicist warned her readers in capitals that the symbol “is not safe on Tuesdays”.

Such errors spread, and that is what makes them valuable. Because beginners learned by copying, a wrong tag can be followed from page to page like a birthmark. The team has traced one misspelling of <center> through 212 pages and five faculties to a single handout for a course in library use.

The collection opens to readers next week, at two terminals that display it as it was meant to look. Blinking text has been preserved. It can be turned off with a switch on the side of the desk, installed at the request of the staff.`,
  },
  {
    headline: 'Bats follow the last tram home, researchers find, and they are not after company',
    summary:
      'The lamps of line 4 draw moths to the overhead wire at a steady 24 kilometres an hour; for the pipistrelles of the embankment it is a moving buffet.',
    section: 'Science',
    byline: 'The science desk',
    minutesAgo: 888,
    body: `The drivers had known for years. Somewhere past the botanical garden, on warm nights, the last tram of line 4 acquires an escort: small quick shapes that keep level with the upper windows as far as the bridge, then fall away. When a doctoral student gave a talk about bats at the depot, one of the drivers put up her hand and asked why they always turned back at the same lamp post.

Four microphones were fixed to the roof of a tram, and the student rode it for 61 nights. In that time she recorded 9,200 feeding calls, the rising buzz that a pipistrelle gives in the last half-second before it closes on an insect. Along the embankment the bats fed at twice the rate beside a moving tram that they managed under the street lamps.

Speed is the secret. At 24 kilometres an hour the tram travels about as fast as a pipistrelle flies comfortably, and the sparks and lights at the wire stir up moths from the plane trees the whole way along. A bat that chooses its place a metre behind the current collector has food carried to it, more or less, on a string. When the driver was asked to go at 35, the escort dropped out after the first stop.

The lamp post was the last thing to be explained. It stands where the trees end. Beyond it there are no moths, and although a bat might follow the lights further in hope, none was ever heard to do so.

The transport office, which had been intending to trim the planes, has postponed the work. It has been informed by the student that the escort gets through some 400,000 midges a season, many of which would otherwise be waiting at the stops.`,
  },
  {
    headline: 'Telescope finds nothing where something was expected, to loud applause',
    summary:
      'Forty nights of staring at an empty patch of sky from Gannet Hill have ruled out a whole family of explanations for a signal that had puzzled astronomers for a decade.',
    section: 'Science',
    byline: 'Our university reporter',
    minutesAgo: 2174,
    body: `The graph that brought the lecture hall to its feet was a straight line. It ran across the screen at the level of the instrument’s own noise, without a bump, for a distance representing forty clear nights, and the astronomer who was showing it let it run to the edge of the slide before she said anything. “There,” she said, “is what we did not see.”

Ten years ago a survey picked up faint radio pulses from the direction of the Sickle, seven of them in one week and none since. Some forty papers have proposed what they might be. About half require a star, however dim, at the place they came from. The rest do without.

The telescope on Gannet Hill is not large. Its mirror measures 1.2 metres, and it was pointed at the spot because larger instruments are too much in demand to be spent on looking at nothing. Patience made up the difference. By adding together 1,940 exposures the team could have detected a star a hundred million times fainter than the eye can see. None is there, nor any glow of gas, nor a galaxy behind.

That removes nineteen theories at a stroke, one of them the astronomer’s own, to which she had devoted four years. She read the list aloud. Authors of several were in the audience, and they took it well; one of them stood up and bowed.

What remains is a short list of stranger things, chiefly burnt-out stars flung clear of their galaxies and long since gone cold. They should pulse again at some point. A small radio dish beside the dome will now listen day and night, at a cost, excluding coffee, of 900 crowns a year.`,
  },
  {
    headline: 'Bread smells stronger at dusk, according to 212 noses and one sealed bakery',
    summary:
      'Sense of smell rises and falls with the body’s clock and peaks in the early evening, an experiment in Saltgate shows. Bakers may draw their own conclusions.',
    section: 'Science',
    byline: 'The science desk',
    minutesAgo: 3902,
    body: `Volunteers were asked to sleep in a windowless room behind a bakery for five days, to give up coffee and perfume, and to be woken at odd times to sniff a tube. Two hundred and twelve did so, in groups of up to eight, and most said that they would do it again. The loaf at the end of each session may have swayed them.

The tubes held the vapour of fresh bread, diluted in steps until nothing could be perceived. By finding the weakest mixture that each person could tell from clean air, at twelve points around the clock, physiologists at the university were able to draw the sense of smell as a curve. It is lowest at about half past three in the morning. It climbs all day, is keenest between six and eight in the evening, and at the peak people noticed bread at a quarter of the strength they needed at the trough.

That the sense varies was suspected. Earlier studies could not say whether hunger, tiredness or the noise of the day was responsible. In the sealed room, where meals were equal and small and came every four hours, the rhythm persisted. It also shifted by three hours in those who were kept on the hours of another time zone, as a function of the internal clock would.

Why evening? The authors mention finding the way home, and judging whether food has kept, and put neither forward with much conviction.

The practical use may be medical, since a failing sense of smell is an early sign of several illnesses and the tests for it are mostly given before noon, when a healthy nose does worst. Clinics have been advised to write down the time. The bakery, for its part, now bakes its second batch at five.`,
  },
  {
    headline: 'Concrete that drinks rain passes its first winter on a tram stop',
    summary:
      'A platform at Hemp Square soaked up the heaviest cloudburst in nine years without a puddle. Frost, the usual enemy of porous paving, left it unharmed.',
    section: 'Science',
    byline: 'The science desk',
    minutesAgo: 6128,
    body: `The test that mattered was not one that the materials laboratory had planned. On a Sunday evening 41 millimetres of rain fell on the city in 50 minutes; the underpass at the station filled to the handrail, and a student on duty at the Hemp Square tram stop, who was there to read a thermometer, found that she was the only person for some distance with dry shoes.

The platform beneath her is an experiment. It looks like ordinary concrete, a little coarse, but one fifth of its volume is air, in passages that join up. Water poured onto it disappears at the rate of 300 litres a minute for every square metre, into a bed of gravel below, and is let out slowly to the roots of six lime trees.

Porous paving is an old idea with an old defect: water that freezes inside it breaks it. The laboratory’s answer was to line the passages with a film of wax and ground seashell, so that the last drops shed from the walls and there is nothing left to freeze. Over the winter the slab went through 63 nights of frost. Cores drilled from it since have lost 2 per cent of their strength, against 19 for an untreated strip beside it.

Whether it can be kept clean is another matter. Sand and leaf dust have reduced its thirst by a tenth already, and it will need to be vacuumed twice a year with a machine the city does not own. The material costs 40 per cent more than the usual kind.

Hemp Square was relaid in a week. The waterworks, which pays for flooded cellars, has asked for nine more stops in the lowest-lying streets and offered to buy the vacuum cleaner.`,
  },
  {
    headline: 'Eels of the Orne keep a calendar, of which the moon is only part',
    summary:
      'Transmitters the size of a grain of rice show 340 eels leaving for the ocean on the same six nights. Darkness, flood and a falling barometer have to agree first.',
    section: 'Science',
    byline: 'Our university reporter',
    minutesAgo: 8710,
    body: `An eel may spend twenty years in the Orne, under the same stone, doing very little. Then on some night in the back end of the year it goes down to the sea, swims several thousand kilometres, breeds once and dies. How it decides which night has been argued about since there were eel fishermen to argue.

Biologists from the university put transmitters no bigger than a grain of rice into 340 eels along 90 kilometres of river, and strung receivers under eleven bridges. Over three seasons 288 of the animals left. Nine out of ten did so on one of just six nights, all of them together, like passengers who have heard an announcement.

The fishermen’s rule is that eels run in the dark of the moon. It was right as far as it went: none left within four days of a full moon. But most dark nights passed without a single departure. On the six that counted, the river had also risen by at least 30 centimetres within a day and the barometer was falling. In one season all three did not coincide until very late, and the eels waited, some of them a few metres from the tide.

This has consequences for the two hydroelectric plants upstream, whose turbines kill about one passing eel in five. Stopping them for the whole season has always been dismissed as ruinous. Stopping them on nights when the three signs agree, which can be forecast a day ahead, would have saved 88 per cent of the travellers at a cost of 31,000 crowns a year.

Both operators have agreed to try it. One asked whether the eels might be persuaded to give more notice, and was told that they had already been given twenty years.`,
  },
  {
    headline: 'Measured at last: the dust of the university library, all 412 kilograms of it',
    summary:
      'A year of weighing vacuum bags has shown where the dust comes from, how fast it falls, and which shelves nobody has touched since they were last painted.',
    section: 'Science',
    byline: 'Our university reporter',
    minutesAgo: 17340,
    body: `It began as a joke in the annual report and has ended as a paper of 34 pages. Asked to account for the cost of cleaning, the university’s librarian wrote that it could not be known without weighing the dust. The physics faculty offered a balance.

For a year each bag from each vacuum cleaner was labelled by room, dried and weighed. The total for 61 kilometres of shelving was 412 kilograms, roughly what a horse weighs. Samples were taken under the microscope by a class of second-year students, who found it to be 46 per cent textile fibre, 21 per cent paper, 17 per cent skin and hair, and for the rest soil, soot, pollen and, in the music room, rosin.

The fall of dust can be read like a gauge of visitors. Where people walk it settles at nine milligrams per square metre an hour; in the closed stacks, at less than one. By that measure the busiest spot in the building is a window seat in Law, and the quietest is a bay of collected sermons on the fourth floor, in which a fingerprint was found beneath a layer judged to be eleven years deep.

Not everything was so harmless. Dust in the map room proved rich in the spores of a mould that feeds on glue, a month before any damage could have been seen. The heating was adjusted, and the librarian believes that 1,800 maps were saved. Weighing will accordingly go on, in five rooms, as an early warning.

Cleaning costs the library 88,000 crowns a year, or 214 a kilogram. The finance office, having asked the question, has thanked everyone for the answer. It has not yet said what it will do with it.`,
  },
  {
    headline: 'Ripples in stone put the old shoreline eight streets inland',
    summary:
      'Builders digging a bicycle garage near the station came on a beach 6,200 years old, with hazelnut shells, the print of a bare foot and a warning about the sea.',
    section: 'Science',
    byline: 'The science desk',
    minutesAgo: 40380,
    body: `The excavator driver stopped because the ground looked wet. It was perfectly dry. What he had scraped bare, four metres beneath the station forecourt, was a surface of grey siltstone folded into small, regular waves, exactly as a beach looks when the tide has just gone out. In this case it went out 6,200 years ago.

Geologists from the university were given nine days before the concrete had to be poured. They used them to lift 60 square metres of the old shore in slabs. It held cockles in the position in which they had lived, a scatter of burnt hazelnut shells, from which its age was determined, and near the middle one print of a bare left foot, 22 centimetres long. Whoever made it was walking inland and not hurrying.

Nowadays the nearest salt water is at Upper Quay, eight streets away and five metres lower. Part of the difference is land that has risen, relieved of the weight of ice. When that is deducted, the high tides of the time must have stood about 1.6 metres above those of the present, on a coast not much warmer than ours.

That number is the real find. Models of how the estuary would respond to a higher sea have had nothing to be tested against. Run backwards, two of the five in use fail to put any water at the station at all; the other three get within 30 centimetres. The coastal protection office, which had been relying on one of the two, has said that it will change.

The slab with the footprint is to be set into the floor of the garage, under glass, at the foot of the ramp. Cyclists will be asked to dismount.`,
  },
  {
    headline: 'Cheaper fresh water, from a membrane that borrows a trick from mangroves',
    summary:
      'A filter with waxy, branching pores turned sea water drinkable for three months at half the usual pressure. Making it by the square metre is the next obstacle.',
    section: 'Science',
    byline: 'Our university reporter',
    minutesAgo: 73380,
    body: `A mangrove stands in the sea and drinks from it. Its roots keep back nine tenths of the salt with no pump but the pull of its own leaves, something that desalination plants accomplish with steel pipes, sixty atmospheres and a great deal of electricity. Chemists at Larkhaven have been looking into how it does so, and have made a sheet of plastic that can do it too, up to a point.

The secret lies in the lining. Root cells of the mangrove are sealed with bands of a waxy substance, so that water must pass through a maze of channels that narrow as they branch. Salt, dragging its coat of water molecules along, gets stuck early. The team grew similar channels in a film a thousandth of a millimetre thick by letting two polymers separate as they set, and then washing one of them away.

On a laboratory bench in the harbour, a disc of it the size of a saucer has produced drinking water for 93 days, at 31 atmospheres. Because the salt is caught in the wide outer passages, a brief flow in reverse flushes it out; ordinary membranes clog and need acid. The energy used came to 1.9 kilowatt-hours for each thousand litres, against about three in the best existing plants.

Caution is in order. The disc has a surface of 80 square centimetres, and a plant for a town would need thirty thousand square metres. Sheets larger than a page have so far come out with flaws, each of which lets the sea straight in.

Two waterworks and a shipping line are paying for a machine that casts the film onto a moving roll. In the meantime the saucer goes on dripping into a jug, from which the group makes its tea.`,
  },
];
