import type { Campaign, Case, Conditions } from '../campaign.ts';
import { inLanes } from '../lanes.ts';
import type { Random } from '../random.ts';
import { openTarget } from '../target.ts';
import { apiRequest } from './api-requests.ts';
import { cognitoRequest, dynamodbRequest } from './aws-requests.ts';
import { brokenHttp } from './broken-http.ts';
import { apiOperations } from '../contract-shapes.ts';
import type { ApiOperation } from '../contract-shapes.ts';
import { probe } from './probe.ts';
import { freshProps } from './props.ts';
import type { Props } from './props.ts';
import { RawConnection } from './raw-connection.ts';
import type { Outcome } from './raw-connection.ts';
import { bytesOf, described } from './raw-request.ts';
import type { RawRequest } from './raw-request.ts';
import { documentRequest, oauthRequest } from './web-requests.ts';

const lanes = 32;
/** How long an answer may take, in milliseconds. */
const patience = 5000;
/** How many requests until people, clients and tokens are made anew: by then some are ruined. */
const requestsPerProps = 4000;

/** Random requests at everything that answers: each gets an answer in time, and none of 500 or more. */
export const fuzz: Campaign = async (conditions) => {
  const { seed, target, report } = conditions;
  await using standIn = await openTarget(target);
  const { url } = standIn;
  const port = Number(new URL(url).port);
  const operations = await apiOperations();
  const free: RawConnection[] = [];
  let props = await freshProps(url, seed);
  const work = async (aCase: Case): Promise<void> => {
    const connection = free.pop() ?? new RawConnection(port, patience);
    if (aCase.number % requestsPerProps === requestsPerProps - 1) {
      props = await renewed(props, aCase, url, conditions);
    }
    const request = requestOf(aCase.random, operations, props);
    judge(
      request,
      await connection.send(bytesOf(request, port), request.method),
      aCase,
      conditions,
    );
    // What comes after broken HTTP on the same connection may be read as part of it.
    if (request.isBrokenHttp) connection.close();
    free.push(connection);
  };
  await inLanes(conditions, lanes, work);
  for (const connection of free) connection.close();
  const complaint = await probe(url, seed);
  if (complaint === undefined) report.count('everyday requests afterwards', 'answered');
  else report.fail({ what: 'everyday requests afterwards', case: -1, input: '', seen: complaint });
};

/** The old ones where making new ones fails, which is a finding. */
async function renewed(
  old: Props,
  { number }: Case,
  url: string,
  { seed, report }: Conditions,
): Promise<Props> {
  try {
    return await freshProps(url, seed);
  } catch (failure) {
    // The stand-in no longer does what it is for; the campaign goes on with what it has.
    report.fail({
      what: 'everyday requests meanwhile',
      case: number,
      input: '',
      seen: String(failure),
    });
    return old;
  }
}

function requestOf(random: Random, operations: readonly ApiOperation[], props: Props): RawRequest {
  const kind = random.fraction();
  if (kind < 0.4) return cognitoRequest(random, props);
  if (kind < 0.55) return dynamodbRequest(random, props);
  if (kind < 0.8) return apiRequest(operations, random, props);
  if (kind < 0.92) return oauthRequest(random, props);
  return kind < 0.98 ? documentRequest(random, props) : brokenHttp(random);
}

function judge(
  request: RawRequest,
  outcome: Outcome,
  { number }: Case,
  { report }: Conditions,
): void {
  const { kind, isBrokenHttp = false } = request;
  if (outcome === 'hung up' && isBrokenHttp) report.count(kind, 'hung up on');
  else if (typeof outcome !== 'string' && outcome.status < 500) {
    report.count(kind, outcome.status < 400 ? 'accepted' : 'refused');
  } else {
    report.fail({ what: kind, case: number, input: described(request), seen: seenIn(outcome) });
  }
}

/** Of a 5xx, the status and the reason that the stand-in gives in a header. */
function seenIn(outcome: Outcome): string {
  if (typeof outcome === 'string') return outcome;
  const [, reason = ''] = /\r\nx-presspass-reason: ([^\r]*)/i.exec(outcome.head) ?? [];
  return `${outcome.status} ${outcome.body.slice(0, 150)} ${reason}`.trim();
}
