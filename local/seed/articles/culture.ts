import type { SeedArticle } from '../seed-article.ts';

/** The culture pages: stages, screens, books and bells, newest first. */
export const cultureArticles: SeedArticle[] = [
  {
    headline: 'Opera in a dry dock, with the tide expected in the third act',
    summary:
      'North Mole Yard lends its largest basin for nine evenings. The sluice is part of the score, and the chorus has been issued with boots of three different heights.',
    section: 'Culture',
    byline: 'Our music critic',
    minutesAgo: 96,
    body: `The conductor has a score, a baton and a valve. At bar 212 of the third act, with the heroine’s letter read and nobody left to blame, she will put down the second and turn the third, and the harbour will begin to come in.

It rises two centimetres a minute. Rehearsals established as much, along with the fact that water entering a dry dock through a culvert makes a sound a shade below E flat, which the composer was asked to take into account. He has moved the whole of the finale down a semitone, and given the double basses a rest.

“The Salvager”, to be performed on nine evenings in the yard’s largest basin, tells of a diver who raises a ship and finds his own name on the crew list. Eleven hundred spectators sit on the dock’s stone steps, the lowest of which will not be sold. Fifty-four singers move about on the floor 12 metres below. They have boots of three heights, allotted by how long each of them has to go on singing.

Hearing anything at all in such a place was the chief worry. In an empty dock an echo takes nearly four seconds to die. Two hundred old sails, hung along one wall, have brought it down to 1.6, better than the municipal theatre, and have given the designer her set.

Ticket prices run from 12 crowns to 70, and five performances are sold out. The yard, which needs the basin back for a dredger, has been generous with its time and strict about its gate: at eleven the sluices are opened fully, whether or not the hero has drowned. Singers say that it concentrates the mind.`,
  },
  {
    headline: '“Don’t ring the bell,” said the museum’s sign, and nine thousand visitors did',
    summary:
      'The Harbour Museum had meant to protect a cracked ship’s bell. It has doubled its attendance, started an argument about obedience and, so far, mended nothing.',
    section: 'Culture',
    byline: 'The culture desk',
    minutesAgo: 349,
    body: `The bell hangs at the end of the long gallery, at the height of a raised hand. It came off a grain clipper, it has a crack the length of a finger, and for 40 years nobody gave it a second look. Then a restorer noticed that the crack was growing. A sign was put up: “Please don’t ring the bell.”

The attendants began to count on the second day. In eleven weeks the bell was rung 9,016 times, by schoolchildren, by a party of judges, and on one occasion by a man who read the notice aloud to his wife while he was doing it. Visitors to the gallery, formerly some 70 a day, rose to 160. Several asked at the desk where they could find the bell that one was not to ring.

The museum tried a longer notice, explaining about the crack. The rate went up. It tried a rope, which was taken for part of the rigging. In the ninth week it hung up a second bell next to the first, newly cast, with a sign reading “You may ring this one”. It was rung 31 times, mostly by people who had just been reprimanded.

At that point a lecturer in psychology from the university asked for permission to continue. She has tried six wordings, in rotation. The best, at one ring in 240 visitors, contains no request at all. It says: “Cracked in a gale. It has one more gale in it.”

That wording will stay. The crack has lengthened by three millimetres and is to be filled during the holidays, when the clapper will also be taken out. The director has considered whether to tell the public. On reflection she would prefer to let them find out.`,
  },
  {
    headline: 'Painting bought as a tea tray proves to be the view from the tea shop',
    summary:
      'Under decades of varnish and ring marks lay a harbour scene of unusual skill. The woman who painted it had signed with her trade, which was not painting.',
    section: 'Culture',
    byline: 'The culture desk',
    minutesAgo: 1062,
    body: `For as long as anyone at the Lime Street Tea Rooms can recall, table six got its order on the brown tray. It was wooden, it was handsome in a dim way, and it had been bought for a few crowns at a parish sale along with a box of spoons. Last winter a customer put down her cup and asked whether the waitress realised that there was a ship in it.

She was a paintings conservator on her day off. With a cotton bud and the proprietor’s leave she cleaned a strip the width of a biscuit, and there was a mast, a wet roof, and a patch of sky in which it had very recently stopped raining. The rest took her four months.

What emerged is Upper Quay seen from a first-floor window, on an oak panel 58 centimetres by 41. The light is remarkable, the perspective of the crane a little drunk. By the names on the hulls the harbour office was able to date the scene to one week, about 140 years ago. The window was harder to place, until somebody thought to go upstairs. It is that of the tea rooms’ own store cupboard.

In the corner, where a signature might be, are the words “the sailmaker’s widow, between orders”. The parish books offer three possible names, and the museum declines to pick one. Nothing else by the same hand is known, although the conservator has taken to looking closely at firescreens.

The panel has been valued at 85,000 crowns, and the proprietor has turned that down twice. It will hang at the museum until the spring after next, and then go back to Lime Street, behind glass, opposite table six. The spoons were looked at too. They are spoons.`,
  },
  {
    headline: 'The choir that rehearses on line 4 asks passengers to stand nearer the basses',
    summary:
      'Locked out of its parish hall by dry rot, a choir of thirty has been practising on the evening tram for seven months, and now has to turn away audiences and tenors.',
    section: 'Culture',
    byline: 'Our music critic',
    minutesAgo: 2391,
    body: `The rules are handed to anyone who boards the rear car of the 19.12 from Saltgate on a weekday with an R in its name. You may talk between pieces. You may sing if you can read. You are kindly asked to stand nearer the basses, who are short of company and stand by the door.

Thirty members of the Ropewalk Singers have rehearsed there since dry rot closed their parish hall. They tried a school, whose caretaker wished to be home by eight, and a garage. Then the alto who drives trams pointed out that line 4 takes 52 minutes from end to end, that its last car is nearly empty after seven, and that everybody in the choir had a monthly pass.

Rails turn out to be a stern accompanist. The motors hum a note that rises with the speed, so that a piece begun flat at one stop will be found to be sharp by the next. The choir’s director has arranged the programme by gradient: slow works on the hill, where the tram labours at a steady G, and anything with rests in it for the junction at Mint Bridge, where nothing can be heard.

The transport office discovered the arrangement when its figures for the line went up by a fifth. After taking advice it classed the singing as “conversation, organised”, which is allowed. It has received two complaints and some 300 letters of the other kind.

The hall will be dry again in the autumn. Members voted last week on going back, and there was a majority of one for the tram, on the understanding that the concert itself should be held somewhere that stays where it is. It will be at the depot, on track nine, when the foxes have gone.`,
  },
  {
    headline: 'Poster paste, moonlight and a ladder: how poetry week gets onto the walls',
    summary:
      'For six nights, four retired bill-stickers hang one poem on each of 120 hoardings, and hold firm views about line endings. Advertisers have offered to pay for the gaps.',
    section: 'Culture',
    byline: 'The culture desk',
    minutesAgo: 4583,
    body: `A poem of fourteen lines takes two sheets and about six minutes, if the wind is in the west. Free verse is slower. “You never know where it’s going to stop,” said the senior of the four men on the ladder, who was pasting bills on this wall when it belonged to a circus.

Larkhaven’s poetry week begins with the public asleep. On six consecutive nights a van with a trestle and a tub goes round the 120 hoardings that the city’s two advertising firms leave vacant at this time of year, and covers each with a single poem, set in wooden type and printed in black. There is no logo, no title of the festival and no author’s name. Those are in a booklet, to be had from any tram driver.

The crew are retired bill-stickers, recruited because modern posters come on a roll and nobody under sixty can hang a sheet without a bubble. They were engaged for their hands, but they read what they put up. In the second year they asked for a word with the editors. Long lines, they explained, get broken by the joint between sheets, and people at a bus stop will not read upwards. Since then manuscripts have been submitted to them before they go to the printer.

A survey by the transport office found that 64 per cent of those waiting could recall something of the poem opposite, and only nine per cent the advertisement beside it. Both advertising firms have proposed sponsoring next year’s festival in return for adjacent walls.

The committee is considering it. Meanwhile the poems are left up until rain takes them, as a rule some five weeks. The second verse, being lower, generally outlives the first.`,
  },
  {
    headline: 'Dictionary of harbour slang reaches the letter S and asks for help',
    summary:
      'Thirty-one years, 18,400 entries and one leaking filing cabinet after it began, the project finds that dockers had more words for slacking than for any kind of work.',
    section: 'Culture',
    byline: 'Our university reporter',
    minutesAgo: 6493,
    body: `To be “on the dry side of the tarpaulin” is to be in luck. A “Saltgate minute” is any period longer than an hour. And a “sculler”, in the usage of the Larkhaven docks, is not somebody who rows but somebody who goes about with a single piece of paper in his hand, looking occupied, until the shift ends.

The last of these belongs to the volume on which the university’s dictionary of harbour speech is now at work, and in which it is stuck. The editors allowed two years for S. They have been at it for five. The letter already fills 2,900 slips, a sixth of the whole collection, owing largely to shirking, for which they have recorded 214 expressions, no two of them with quite the same meaning.

Collecting started 31 years ago, when containers came and the gangs were broken up. Students with tape recorders were sent to the pubs along Cable Street, on a budget that was used up by the first evening. They learned to ask about work and not about words. Of 340 people whom they interviewed, 26 are still alive, and four of these come in once a month to be read to. They are the final authority on pronunciation, and do not agree.

The plea for help concerns 61 terms that somebody used once and nobody has been able to define. Among them are “stringing the bishop”, “a short Thursday” and “sootlegs”. The list will be posted at every tram stop in the port and may be answered by telephone.

T to Z should be simple by comparison, the chief editor thinks, for by that stage of the alphabet the men had generally gone home. Publication is expected within two years, or six Saltgate minutes.`,
  },
  {
    headline: 'A comedy about a lost umbrella owes its best scene to the roof',
    summary:
      'Review: “Left Luggage” at the Ballast Playhouse is slight, quick and lovingly acted. On the night your critic attended, the rain had a part and did not miss a cue.',
    section: 'Culture',
    byline: 'Our theatre critic',
    minutesAgo: 10890,
    body: `The Ballast Playhouse has 94 seats and eleven buckets, and the first thing to be said for its new play is that it makes use of both. “Left Luggage” is set in the lost-property office of a railway whose trains have been discontinued. Two clerks remain. One believes that everything will be called for in the end, and the other has started to wear the coats.

Into this settled household comes a woman in search of an umbrella. She cannot describe it. She is certain only that it was raining when she lost it, and that she had not been alone. For ninety minutes the three of them go through four thousand umbrellas, opening each, and every one that opens lets out a small piece of somebody’s life.

It is a frail idea, and in the second half the author leans on it harder than it will bear. A telegram turns up that nobody needed. But the dialogue is as light as a shuttlecock, and the older of the clerks gives a performance of such courteous despair that I found myself hoping he would be asked for a hat.

On the evening I was there it came on to rain in earnest during the penultimate scene. A bucket to the left of the stage began to sound, then one in the stalls, then all of them, at different pitches. The actress, who had the next line, waited. She looked up, held out her palm, and slowly put up the umbrella that she was holding. No one in the house breathed. “That,” she said, “is the one.”

I am told it is not in the script. The management should on no account mend the roof. The play runs until the end of the month, and the forecast is poor.`,
  },
  {
    headline: 'Cinema with one projector and no advertisements gives its ten-thousandth showing',
    summary:
      'The Lantern in Mintside has never had a second screen, an interval or a bar. It has 3,400 members, a cat, and the same projectionist who threaded its first reel.',
    section: 'Culture',
    byline: 'The culture desk',
    minutesAgo: 27410,
    body: `Nothing was done to mark the occasion. The lights went down at eight, the title appeared, and of the 143 people in the audience perhaps a dozen knew that it was the ten-thousandth to do so. The projectionist did. She has a ledger, and had ruled a line under the previous page.

The Lantern opened in a disused chapel in Mintside with a projector from a closed naval school, and has had no other since. It shows one film each evening and two on Sundays, and never the same one within five years. There have been no advertisements, because the founders could not agree on which; there is no interval, since there is nothing to sell in it; and latecomers are let in by a side door, behind the screen, where they may wait until it gets dark.

By all the rules of the trade it ought to have closed. Two multiplexes near the station have come and gone in its time. The difference lies in 3,400 members, who pay 30 crowns a year whether they come or not. That covers the rent and two wages. Tickets, at four crowns, pay for the films, so that an empty house is a pity and not a disaster.

What to show is settled by a committee of seven, each of whom may impose one film a year against the will of the other six. Some of the Lantern’s biggest successes came about in that way. So did a silent film of four hours on the draining of a fen, which three people saw, one of whom has since joined the committee.

The ten-thousandth was a comedy about a wedding. It had been chosen, the projectionist said, because its turn had come. The cat watched from the organ loft and left before the end.`,
  },
  {
    headline: 'Organ of the Sailors’ Church breathes again after a diet of sawdust and mice',
    summary:
      'Of 2,148 pipes, 390 had been silenced by nests, coal dust or a choirboy’s marbles. The builders kept a list of everything they found, and it will be sung.',
    section: 'Culture',
    byline: 'Our music critic',
    minutesAgo: 56020,
    body: `The largest pipe of the organ in the Sailors’ Church is nearly ten metres tall and so wide that, when it fell silent sixty years ago, a sexton started keeping his brooms in it. There were eleven of them in there still when the restorers lifted it down. With those removed it gave a note that could be felt in the café across the road, where the proprietor took it for a ship.

The instrument was built for a congregation who were used to making themselves heard over wind. It has 2,148 pipes on three manuals, and at the last count 390 of them did not sound. Four organ builders have spent two years taking out every one, washing it and putting it back. They worked in the nave behind a curtain, with services held in front of it; on Sundays they blew softly.

The cause of most of the trouble was organic. Mice had nested in the bellows and had eaten the sheepskin of 71 valves. Coal dust accounted for a hundred pipes, and damp for nearly as many. In the treble of the Trumpet lay 26 glass marbles, placed there by someone small, with care, in order of size.

The bill of 640,000 crowns was met by the parish, the port and a tax on weddings. For the rededication the builders handed over a full inventory of what they had found, and a composer in the congregation has set it for choir: brooms, marbles, a herring tin, a love letter without a name, “item, one mouse, departed”.

It lasts eleven minutes. The marbles have been returned to the Trumpet, at the request of an elderly churchwarden who would not explain, and do no harm in the place where they now are.`,
  },
  {
    headline: 'What the city reads while crossing the harbour: cookery first, then murder',
    summary:
      'A deckhand with a notebook looked over 5,000 shoulders on the cross-harbour ferry. Newspapers came fourth, ahead of tax forms and just behind other people’s letters.',
    section: 'Culture',
    byline: 'Our harbour correspondent',
    minutesAgo: 96530,
    body: `The crossing from Upper Quay to the north bank lasts nine minutes, long enough for six pages of a novel or one decent soup. The second of these figures comes from a deckhand on the ferry, who spent a year writing down what his passengers were reading and has presented the results, neatly tabulated, to the city library.

He made 5,012 observations, all of them in the course of collecting fares. Cookery books led with 19 per cent, many held by people on their way to the evening market who were plainly deciding what to have. Crime novels followed with 17, then private letters with 11, and newspapers with ten. Poetry managed three, but its readers missed their stop more than any others: 14 of them had to be carried back.

Certain habits go with the weather. In fog people turn to travel, and on calm mornings to work. When the swell exceeds a metre, reading drops by two thirds, except among readers of crime, who simply hold the book closer. Between the outward and return voyages there was one marked difference. Those who carried a grammar of a foreign language in the morning were, nine times out of ten, asleep over it at night.

The librarians checked his table against their loans and were struck by how far it departed from them. Cookery is seventh among books borrowed. Evidently it is bought and owned, and gets about. They have put a box of 40 paperbacks in the saloon, to be taken and returned at will, and after three months it contained 52.

The deckhand has closed his notebook. It was beginning, he said, to be read over his shoulder.`,
  },
];
