import { DynamoDBClient, DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { credentialTrouble, networkTrouble } from '../../infra/account/credential-trouble.ts';
import { articlesTableName } from '../../local/tables/articles-table-name.ts';
import { portsFrom } from '../processes/ports.ts';
import { StartUpProblem } from '../processes/start-up-problem.ts';

/** A table of articles, and who speaks to it. */
export interface ArticlesTable {
  client: DynamoDBClient;
  name: string;
  /** `the stand-in at port 4300`, or `presspass-… in eu-west-1` */
  title: string;
}

/** How often a request that was throttled is sent, before it counts as failed; AWS_MAX_ATTEMPTS, which the SDK reads, goes first. */
const attempts = 'AWS_MAX_ATTEMPTS' in process.env ? {} : { maxAttempts: 12 };

/**
 * The table that is named, at AWS, by the region and the credentials that the AWS SDK finds in the environment; without a
 * name the stand-in's, at EDGE_PORT. Throws `StartUpProblem` when there is none to speak to.
 */
export async function articlesTable(
  name: string | undefined,
  env: NodeJS.ProcessEnv,
): Promise<ArticlesTable> {
  return name === undefined ? tableOfStandIn(env) : tableAtAws(name);
}

async function tableOfStandIn(env: NodeJS.ProcessEnv): Promise<ArticlesTable> {
  const { edge } = portsFrom(env);
  const endpoint = `http://127.0.0.1:${edge}`;
  const answer = await fetch(`${endpoint}/health`, { signal: AbortSignal.timeout(5000) }).catch(
    () => undefined, // nobody there, or nobody who answers
  );
  if (!answer?.ok) {
    throw new StartUpProblem(
      `No stand-in answers on port ${edge}. Start it (npm start, or npm run local), set EDGE_PORT to where it is, ` +
        'or name a table at AWS with --table.',
    );
  }
  // Real credentials must not leave the machine, nor may the SDK go looking for them.
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'eu-west-1', credentials, ...attempts });
  return { client, name: articlesTableName, title: `the stand-in on port ${edge}` };
}

async function tableAtAws(name: string): Promise<ArticlesTable> {
  const client = new DynamoDBClient(attempts);
  try {
    return { client, name, title: `${name} in ${await client.config.region()}` };
  } catch {
    // The SDK rejects when neither the environment nor a profile says where.
    throw new StartUpProblem('In which region is the table? Set AWS_REGION, as in eu-west-1.');
  }
}

/** What DynamoDB refused in words for the person at the terminal; any other failure as it is. */
export function tableProblem({ title }: ArticlesTable, failure: unknown): unknown {
  if (!(failure instanceof Error)) return failure;
  if (failure.name === 'ResourceNotFoundException') {
    return new StartUpProblem(`There is no table ${title}.`);
  }
  const trouble = credentialTrouble(failure) ?? networkTrouble(failure);
  if (trouble !== undefined) return new StartUpProblem(trouble);
  if (failure instanceof DynamoDBServiceException) {
    return new StartUpProblem(`DynamoDB refuses, for ${title}: ${failure.message}`);
  }
  return failure;
}
