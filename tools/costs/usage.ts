import type { PriceName } from './prices.ts';

/** What a reader does in a month, and how the paper is deployed. All of it assumed; put in your own. */
export interface Assumptions {
  /** People who come at least once in the month. */
  readers: number;
  /** Of these, how many have an account and use it: Cognito's monthly active users. */
  memberShare: number;
  visitsPerReader: number;
  /** Lists asked for in a visit: the front page, and once more when somebody scrolls or comes back to it. */
  listsPerVisit: number;
  /** Of these, what CloudFront answers without asking the API. Nothing: each is asked for again (docs/decisions/0004). */
  listsFromEdge: number;
  /** Whole stories that a member opens in a visit. */
  storiesPerVisit: number;
  /** How many times in the month a member signs in anew; else the session goes on. */
  signInsPerMember: number;
  /** Mails for each member: codes, mostly. */
  mailsPerMember: number;
  /** Of the members, how many signed up this month. */
  newMemberShare: number;
  storiesPublished: number;
  /** All that the paper has ever published and still holds. */
  storiesHeld: number;
  gateway: 'rest' | 'http';
  plan: 'essentials' | 'plus';
  machines: number;
  tokensPerMachine: number;
  firewall: 'on' | 'off';
}

/** The assumptions of docs/costs.md. */
export const usual: Omit<Assumptions, 'readers'> = {
  memberShare: 0.2,
  visitsPerReader: 8,
  listsPerVisit: 2,
  listsFromEdge: 0,
  storiesPerVisit: 3,
  signInsPerMember: 1,
  mailsPerMember: 0.5,
  newMemberShare: 0.1,
  storiesPublished: 1800,
  storiesHeld: 50_000,
  gateway: 'rest',
  plan: 'essentials',
  machines: 0,
  // One a working hour: a token lasts an hour, and is used for three quarters of it.
  tokensPerMachine: 960,
  firewall: 'off',
};

/** What the code brings with it; measured (bench/results.json), or worked out where the comment says so. */
export const figures = {
  /** The first visit: scripts, styles and fonts, which are kept for a year. In KB. */
  firstVisitKilobytes: 153,
  /** Documents and configuration of a later visit, most of it "304 Not Modified". In KB. */
  laterVisitKilobytes: 4,
  /** A list of 22 headlines, compressed. In KB. */
  listKilobytes: 10,
  /** A story, compressed; five minutes of reading. In KB. */
  storyKilobytes: 3,
  /** Files fetched on a first visit. */
  firstVisitFiles: 8,
  /** Document, configuration and what else is asked for again on a later one. */
  laterVisitFiles: 4,
  /** The months (half a unit) and 23 entries of 700 bytes from the month (two), eventually consistent. */
  readUnitsPerList: 2.5,
  /** One strongly consistent read of an item of up to 8 KB. */
  readUnitsPerStory: 2,
  /** The month (1 in the table, 1 in the index), an item of 6 KB (6), its entry in the index (1). */
  writeUnitsPerStory: 9,
  /** An item and its entry in the index. */
  storyBytes: 7000,
  /** How long a function runs for a request, in seconds; 4 ms here, and more with the network to a real table. */
  functionSeconds: 0.02,
  /** In GB: infra/news/operation-function.ts. */
  functionMemory: 0.5,
  /** The gateway's line, the function's, and Lambda's own three. In bytes. */
  logBytesPerRequest: 1200,
  /** With `-c alarmEmail`, without machines: nine functions, their throttling, two of the API, four metrics of the table. */
  alarms: 16,
  /** Two of rates, three of AWS's own rule groups. */
  firewallRules: 5,
} as const;

const secondsPerMonth = 30 * 24 * 3600;
const million = 1_000_000;
const kilobytesPerGigabyte = 1024 ** 2;
const bytesPerGigabyte = 1024 ** 3;

/** What happens in a month, counted. */
export interface Traffic {
  members: number;
  visits: number;
  lists: number;
  /** Lists that reach the API. */
  askedLists: number;
  stories: number;
  apiRequests: number;
  edgeRequests: number;
  signIns: number;
  signUps: number;
  refreshes: number;
  mails: number;
}

/** The traffic that the assumptions come to. */
export function trafficOf(assumed: Assumptions): Traffic {
  const members = assumed.readers * assumed.memberShare;
  const visits = assumed.readers * assumed.visitsPerReader;
  const memberVisits = members * assumed.visitsPerReader;
  const lists = visits * assumed.listsPerVisit;
  const askedLists = lists * (1 - assumed.listsFromEdge);
  const stories = memberVisits * assumed.storiesPerVisit;
  const later = visits - assumed.readers;
  const files = assumed.readers * figures.firstVisitFiles + later * figures.laterVisitFiles;
  const apiRequests = askedLists + stories + assumed.storiesPublished;
  return {
    members,
    visits,
    lists,
    askedLists,
    stories,
    apiRequests,
    edgeRequests: files + lists + stories + assumed.storiesPublished,
    signIns: members * assumed.signInsPerMember,
    signUps: members * assumed.newMemberShare,
    // Tokens live for an hour, a visit is shorter, and the next one comes later than that.
    refreshes: memberVisits,
    mails: members * assumed.mailsPerMember,
  };
}

/** So many units of each price, in a month. */
export type Usage = Readonly<Record<PriceName, number>>;

/** What AWS counts for the traffic. */
export function usageOf(assumed: Assumptions): Usage {
  const traffic = trafficOf(assumed);
  const { members, visits, lists, stories, apiRequests, edgeRequests, mails } = traffic;
  const isPlus = assumed.plan === 'plus';
  const isRest = assumed.gateway === 'rest';
  const walls = assumed.firewall === 'on' ? 1 : 0;
  const kilobytes =
    assumed.readers * figures.firstVisitKilobytes +
    (visits - assumed.readers) * figures.laterVisitKilobytes +
    lists * figures.listKilobytes +
    stories * figures.storyKilobytes;
  const stored = (assumed.storiesHeld * figures.storyBytes) / bytesPerGigabyte;
  return {
    membersEssentials: isPlus ? 0 : members,
    membersPlus: isPlus ? members : 0,
    machines: assumed.machines,
    machineTokens: (assumed.machines * assumed.tokensPerMachine) / 1000,
    mails: mails / 1000,
    deliveredBytes: kilobytes / kilobytesPerGigabyte,
    deliveredRequests: edgeRequests / million,
    edgeFunctions: (edgeRequests - lists - stories - assumed.storiesPublished) / million,
    restRequests: isRest ? apiRequests / million : 0,
    httpRequests: isRest ? 0 : apiRequests / million,
    functionCalls: apiRequests / million,
    functionTime: (apiRequests * figures.functionSeconds * figures.functionMemory) / million,
    tableReads:
      (traffic.askedLists * figures.readUnitsPerList + stories * figures.readUnitsPerStory) /
      million,
    tableWrites: (assumed.storiesPublished * figures.writeUnitsPerStory) / million,
    tableBytes: stored,
    recoveryBytes: stored,
    fileBytes: 0.01,
    logs: (apiRequests * figures.logBytesPerRequest) / bytesPerGigabyte,
    alarms: figures.alarms,
    traces: tracesOf(apiRequests) / million,
    firewalls: walls,
    firewallRules: walls * figures.firewallRules,
    firewallRequests: (walls * edgeRequests) / million,
    secrets: 1,
    zones: 1,
  };
}

/** X-Ray takes the first request of each second and 5 % of the others ("Configuring sampling rules"). */
function tracesOf(requests: number): number {
  const first = Math.min(requests, secondsPerMonth);
  return first + 0.05 * (requests - first);
}
