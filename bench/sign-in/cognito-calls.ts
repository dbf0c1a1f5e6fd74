import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Calls one operation as the AWS SDK does; signed, as far as an emulator looks. Rejects with what was answered unless that is 200. */
export async function callCognito<Output>(
  url: string,
  operation: string,
  input: object,
): Promise<Output> {
  const headers = {
    'Content-Type': 'application/x-amz-json-1.1',
    'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    Authorization: 'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=c',
  };
  const { status, text } = await post(url, headers, JSON.stringify(input));
  if (status !== 200) throw new Error(`${operation}: ${status} ${text.slice(0, 200)}`);
  return JSON.parse(text) as Output;
}

function post(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString() });
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
