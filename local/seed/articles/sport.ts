import type { SeedArticle } from '../seed-article.ts';

/** The sport pages: the Lanterns, Orne Athletic, the rowers and the rest, newest first. */
export const sportArticles: SeedArticle[] = [
  {
    headline: 'Lanterns go top with a ninetieth-minute header that nobody will own up to',
    summary:
      'Three players and a defender rose for the corner that beat Port Asper Terns 2–1. The referee gave the goal to the team and left the rest to the photographers.',
    section: 'Sport',
    byline: 'Our football writer',
    minutesAgo: 27,
    body: `There is a photograph of the winning goal, and it does not help. It shows the ball in the air four metres out, with three Larkhaven heads and one from Port Asper converging on it like guests at a buffet. In the next frame it is in the net, and all four players have their eyes shut.

The Lanterns lead the Coastal League for the first time in eleven seasons, by a point, with five matches left. They had not looked like doing so for an hour. The Terns, who came to the Ballast Ground unbeaten in nine, scored from a free kick after 14 minutes and then passed the ball with great assurance in front of 8,300 increasingly thoughtful people.

The change came with the wind. It went round to the west at half-time, and the coach told her wide players to shoot at the far post and let the weather see to the near one. The equaliser, after 66 minutes, started out as a cross. The Terns’ goalkeeper got a glove to it, and afterwards had the decency to laugh.

As for the corner in the ninetieth minute, the captain said that she had felt hair. The centre-back thought she had made contact, but possibly with the captain. The youngest of them, a midfielder of eighteen, said it was hers if no one else wanted it. Under the rules of the league a goal whose scorer can’t be determined is credited to the club, and so there it stands, between two defenders, in the scoring table.

Port Asper have a game in hand, and the sides meet again on the last day. The coach was asked whether she had practised the move. They had practised jumping, she said.`,
  },
  {
    headline: 'Fog beats both sides',
    summary:
      'Mintside Rangers against Cape Arden was abandoned after 37 minutes without a goal, so far as could be established. Both goalkeepers claim to have been magnificent.',
    section: 'Sport',
    byline: 'Our football writer',
    minutesAgo: 418,
    body: `It came up the river at about the twentieth minute, unhurried, and took the east stand first. By the half-hour the far touchline had gone. The crowd of 6,100 followed the game by ear for a while, cheering whenever there was a thud, and then by rumour, passed along the rows from people nearer the front who could not see anything either.

The referee persevered longer than most would have done. He exchanged the white ball for an orange one and asked his assistants to call out their positions at intervals. He finally stopped play in the 37th minute, after noticing that Rangers had twelve men on the field. The twelfth was a substitute who had been warming up and lost his bearings.

No goal had been recorded. Arden’s striker maintains that he hit the bar. Something was certainly heard, though the groundsman, who had been standing beside it, thinks that it was the bar being hit by Arden’s striker. The Rangers goalkeeper made what he described as the save of his career, and offered to show reporters approximately where.

The players were counted off the pitch and one was found to be missing. Arden’s left-back, who had been told to stay wide, stayed wide for a further nine minutes, until the tannoy reached him.

The match will be replayed in full, and tickets remain valid. The meteorological office had given a 30 per cent chance of mist. For the visitors, who had travelled five hours by train, there was tea in the boardroom and a presentation by the mayor, who had missed it all in a traffic jam on the bridge and was able to speak about the afternoon with as much authority as anyone.`,
  },
  {
    headline: 'Saltgate eight win the Orne Head by a canvas and a seagull',
    summary:
      'The home crew recovered eleven seconds over the last kilometre after a bird settled on their rudder line. The cox weighed up her options and left it there.',
    section: 'Sport',
    byline: 'Our rowing correspondent',
    minutesAgo: 1275,
    body: `Six and a half kilometres of river, 62 crews, and at the end of it 0.4 of a second. Saltgate Rowing Club retained the Orne Head the hard way, by going off too slowly and rowing through the field in the dirty water under Mint Bridge. The margin over the university was a canvas, or the length of the covered part of a boat, or rather less than a gull.

The gull boarded at the Tannery bend. It came down on the stern, walked aft, and took its stand on the line that works the rudder, with the result that the boat would steer very well to the left and not at all to the right. The cox has sole command of an eight, and what to do about a passenger is nowhere laid down. To shoo it away would have meant letting go of the other line. She called for more pressure on stroke side instead, and steered with the oars.

At the time they were eleven seconds down on the university, who had started one place ahead and drawn a clean course. Over the final kilometre Saltgate’s rate went from 34 strokes a minute to 39. The gull stayed until the finishing gun and then left without ceremony.

There was a protest. The university argued that Saltgate had carried an additional crew member, above the nine allowed. The umpires deliberated for a quarter of an hour and found that the bird had not been weighed in, had performed no recognised duty and, on the evidence of the launch, had faced the wrong way.

In the women’s eights the university won by nine seconds, untroubled by wildlife. The novice crews of Vessel Bay, third at their first attempt, were so pleased that they rowed home, which is another fourteen kilometres.`,
  },
  {
    headline: 'From relegation to the cup final in ninety-one days, Orne Athletic go the odd way',
    summary:
      'Down to the third division after a season of seven wins, the club has since knocked out three from the first. The manager credits the carpenter.',
    section: 'Sport',
    byline: 'Our football writer',
    minutesAgo: 2722,
    body: `Ninety-one days ago Orne Athletic lost 4–0 at home and went down to the third division, to the sound of one man clapping. He explained at the time that he was cold. On Saturday the same eleven, or ten of them, will walk out for the final of the Anchor Cup, the first in the club’s history.

They have got there by beating three sides from the top division, each by a single goal and each of those from a set piece. In their last dozen league matches Athletic had 61 corners and scored from none. In the cup they have had 19, and scored from five.

The explanation, if the manager is to be believed, is made of wood. After relegation the club could not pay its set-piece analyst, and the stadium’s carpenter, who has watched from the tunnel for 22 years, asked if he might try something. He built eleven figures of plywood, life-size, on castors, and every morning arranged them as the next opponents would stand. The players had only ever seen such things as arrows on a screen. Walking among them, the captain said, you noticed how much room there was.

The final will be against Vell Wanderers, who have won the cup nine times and employ four analysts. They are expected to have most of the ball. Athletic have 4,000 tickets for their end and have had 15,000 applications; the overflow will watch in the tram depot, on a screen mounted on the overhead-line wagon.

Whatever happens, the club starts its next league season among teams whose grounds hold fewer people than its car park. The carpenter has been offered a post in Vell. He has answered that he is in the middle of a door.`,
  },
  {
    headline: 'Ice hockey comes to the old fish market, and brings its own smell',
    summary:
      'A rink of 54 metres by 26 now fills the hall where cod was auctioned. Four clubs, 600 children and an elderly refrigeration plant are sharing the hours.',
    section: 'Sport',
    byline: 'The sport desk',
    minutesAgo: 4257,
    body: `The hall had everything that was required except a reason to look up. It was 70 metres long, roofed in iron and free of pillars; its floor sloped gently to a drain; and beneath it, in good order, was a plant that for 80 years had made eleven tonnes of ice a night to pack fish in. When the auctions moved out to Eastmole, the engineer who tended the compressors wrote to the city to say that they could make it flat, if anyone was interested.

Ice hockey had been played in Larkhaven only when the reservoir froze, which it does one winter in four. Even so there were three clubs, with 90 players, who spent more on coach journeys than on sticks. There are now four, and 600 children are signed up for lessons on Saturdays, from seven in the morning, in groups named after flatfish.

The rink measures 54 metres by 26, a little under the full size, and so the first division is out of reach until an exception is granted. The boards are second-hand. The scoreboard is the auctioneers’ clock, whose single hand runs backwards from 20, and visiting teams have asked for it to be explained to them in writing.

Conversion cost 1.3 million crowns, and the clubs found 400,000 of that themselves. Waste heat from the compressors goes to the flats next door. Only one problem has proved stubborn. On damp evenings, as the surface is flooded between periods, the boards give up something of their past, and the front rows move back.

In the opening match Larkhaven lost 7–2 to a team from the lakes of Ostrany, who have done this before. Both goals were applauded for some minutes.`,
  },
  {
    headline: 'Course record falls twice inside a minute in the Tram-to-Tower race',
    summary:
      'Two women who had never met ran the 9.4 kilometres and 311 steps faster than any woman before them, on opposite sides of the same tram. Each thought she had lost.',
    section: 'Sport',
    byline: 'The sport desk',
    minutesAgo: 6987,
    body: `The rules of the Tram-to-Tower are short. A line 1 tram sets out from the depot with its usual passengers and makes its usual stops; the runners start beside it, race it along 9.4 kilometres of street to the Sailors’ Church, and climb the tower’s 311 steps. To arrive before the tram is to receive a medal. In 38 years 240 runners have done so.

The women’s record of 41 minutes and 50 seconds had stood for sixteen years. At the half-way bell, by the station, a nurse from the city hospital was twenty seconds inside it. So was a teacher from Upper Orne, running her first race, on the far side of the tram. Neither could see the other. For four kilometres they were kept apart by 31 metres of public transport, and since each could hear the cheering for someone else, each took it that she was second.

They came into view of one another at the church door, which admits one at a time. The nurse got in first, and came out at the top after 41 minutes and 8 seconds. The teacher, who had let a christening party go by, was 15 seconds behind her. But each runner is timed from the moment she crosses the starting line, and the teacher had crossed it late, having stopped to tie the shoelace of a child on the pavement. Her own time was 40.57.

So the record fell to one woman and then, before she had her breath back, to the other. The nurse was still at the railing, being photographed, when she was told.

The tram came in at 44.30, two minutes late on account of a dog. Its driver has now been beaten by 248 people, and keeps count of them.`,
  },
  {
    headline: 'Three riders, 171 kilometres and a level crossing: the breakaway that held',
    summary:
      'The Orne Valley Classic was decided by a goods train of 42 wagons. It cut off the favourites for two minutes and ten seconds, and they lost by less.',
    section: 'Sport',
    byline: 'The sport desk',
    minutesAgo: 12480,
    body: `Breakaways that leave in the first five kilometres of a race are for the benefit of sponsors. They are given ten minutes, shown on the screen, and reeled in before the finish with the air of a bill being settled. The three who rode off at Mint Bridge on the morning of the Orne Valley Classic understood this perfectly well. One had told his mother to watch early.

They had nine minutes by the foot of the Varden climb and still had five at its top. Behind them the two big teams were each waiting for the other to do the work, and for 60 kilometres nobody did. When at last the chase began, with 40 to go, it was furious, and it took back a minute every seven kilometres. The sums pointed to a catch well inside the town.

The railway was not in the sums. At Lower Orne, 18 kilometres from home, the road crosses the goods line from the quarry. The three went over it in sunshine and silence. A few seconds later the lamps began to flash. When the peloton arrived, the barriers were down, and past them, at walking pace, rolled 42 wagons of gravel.

Under the regulations a closed crossing is an incident of the race; only if leaders are stopped do they get back their advantage. Ninety-six riders put a foot on the ground for two minutes and ten seconds. Several ate. They finished one minute and fifty behind.

The sprint among the three was won by the oldest, a rider of 36, whose contract runs out at the end of the season and who had never won a race of any distance. He was on the podium when the train came through the town. Its driver, who had heard about it by radio, sounded the horn.`,
  },
  {
    headline: 'A goalkeeper of forty-one gets a new contract and keeps the old gloves',
    summary:
      'The Lanterns’ last line of defence has signed for one more season, her twenty-third. She has conceded fewer goals since she stopped diving for the ones that go wide.',
    section: 'Sport',
    byline: 'Our football writer',
    minutesAgo: 31260,
    body: `Three of the players she trains with were born after she made her debut. One of them is the daughter of a full-back who stood in front of her in that match, and shouts the same things. The Lanterns’ goalkeeper, who turned forty-one last week, has signed for another season, on the condition that she is not given a farewell.

Her figures make a good case. In the past two years she has let in 0.8 goals a match, against 1.1 over the whole of her career, and has played 51 of 52 league games. The one that she missed clashed with a parents’ evening.

What age has taken in reach it has returned in information. She keeps a notebook on every forward in the league, some of them now in their second generation, and has worked out that a third of all shots at her goal are going to miss. For most of her career she dived for those as well. “You get up slower than you go down,” she said. “So I went through the matches and looked for the times when I need not have bothered.”

The coach has put that to use. Once a week the club’s three younger goalkeepers sit behind the goal with her while the forwards shoot into it empty, and call out “mine” or “wide” before the ball has travelled five metres. The best of them is right four times in five. The teacher is right nineteen times in twenty.

She works mornings as a surveyor with the waterworks, and intends to return to it full time. When that will be has been left open. The gloves, which have been repaired by a saddler on Cable Street six times, are expected to go first.`,
  },
  {
    headline: 'Relay swimmers cross the Merrin Strait, steering by church bells',
    summary:
      'Eight members of a winter-bathing club took turns in 13-degree water for eleven hours. When mist hid the far shore, the far shore was asked to make a noise.',
    section: 'Sport',
    byline: 'From our correspondent in Port Asper',
    minutesAgo: 61475,
    body: `The plan had been to aim for the lighthouse. It was painted in red and white bands, it stood 60 metres above the sea, and at the halfway point of the crossing it could not be seen at all. Nor could anything else. The eight swimmers of the Vessel Bay winter-bathing club, seven of them in a boat under blankets and one in the strait, stopped to consider.

They had set out in the dark from the mainland, to swim the 34 kilometres to Great Quill in turns of half an hour. Nobody had done it as a relay without wetsuits. The water was 13 degrees, somewhat warm for a club whose members break ice at home, and the first five hours went to the minute. But the tide in the Merrin turns hard. Without a mark to steer by they would be carried past the end of the island and out towards the banks.

The pilot boat’s skipper had a compass, though no way of telling how far they had been set to the north. He had a telephone as well. He rang his sister, who is the verger at Port Asper, and she rang the bells.

Within ten minutes two more parishes had joined in. From three bearings, taken by ear in a silence that everyone on board was ordered to observe, he drew a triangle on the chart, about the size of a potato, and shifted the course by 20 degrees. The ringing was kept up for four hours by relays of its own, among them a school.

The last swimmer, a dentist of 58, walked up the beach after eleven hours and six minutes, and her first question was what day it was. Evidently, with all those bells, it had to be Sunday. It was a Wednesday, and they had interrupted the market.`,
  },
  {
    headline: 'Referees will explain their decisions to the crowd, beginning with the toss',
    summary:
      'Coastal League officials are to wear microphones for twelve matches. In the rehearsal the sound was clear, and the explanations lasted longer than the fouls.',
    section: 'Sport',
    byline: 'The sport desk',
    minutesAgo: 107460,
    body: `“The penalty is given,” said the referee, in a voice that came from everywhere, “because the defender’s arm was away from his body, increasing the area that he, so to speak, occupied.” He paused. The practice ground at Larkhaven held eleven journalists, two youth teams and a man mowing. “I am fairly confident of that,” he added, and the mower stopped.

From the next round of matches the officials of the Coastal League will explain themselves aloud. A microphone clipped to the shirt is opened by a switch on the wrist, and what the referee says is heard over the loudspeakers. Penalties, red cards and disallowed goals must be explained. Anything else may be. Twelve games are to be played like this before the clubs decide whether to retain it.

The league’s reason is a survey of 4,200 spectators, of whom 71 per cent said that they minded a wrong decision less than one that they did not understand. There has been a trial in Ostrany, where abuse of referees fell by a third and the average match became four minutes longer.

Training has concentrated on brevity. Referees were asked to describe an offence in twelve words or fewer, and practised on recordings with an actor from the Ballast Playhouse, who taught them to breathe first. One, a schoolteacher, needed no instruction. Another was advised to leave out what he would have done in the defender’s place.

The clubs are in favour, the players wary. Captains asked that the switch be made impossible to leave on by mistake, after a remark in the rehearsal about a winger’s haircut. At the toss the referee will now announce which side has won it and why. It was heads, in most cases, and no appeal is possible.`,
  },
];
