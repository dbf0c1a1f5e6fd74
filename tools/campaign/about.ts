/** What a stand-in tells of itself, as far as campaigns need it. */
export interface About {
  pools: { people: string; services: string };
  clients: Record<string, Client> & Record<'presspass-web' | 'presspass-cli', Client>;
  /** The editor, then the reader. */
  people: readonly [Person, Person];
}

interface Client {
  id: string;
  secret?: string;
}

export interface Person {
  email: string;
  password: string;
}

export async function about(url: string): Promise<About> {
  return (await (await fetch(`${url}/about.json`)).json()) as About;
}
