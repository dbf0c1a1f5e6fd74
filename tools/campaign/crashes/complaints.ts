import type { Entity } from './entity.ts';

/** What cannot be, of all of them. */
export async function complaintsAbout(entities: readonly Entity[], url: string): Promise<string[]> {
  const waiting = [...entities];
  const complaints: string[] = [];
  const lane = async (): Promise<void> => {
    for (let entity = waiting.shift(); entity; entity = waiting.shift()) {
      const complaint = await complaintAbout(entity, url);
      if (complaint !== undefined) complaints.push(complaint);
    }
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
  return complaints;
}

/** What cannot be; undefined when all is right. */
export async function complaintAbout(entity: Entity, url: string): Promise<string | undefined> {
  try {
    const complaint = await entity.check(url);
    return complaint && `${entity.name} ${complaint}`;
  } catch (failure) {
    // What must work does not.
    return `${entity.name}: ${String(failure)}`;
  }
}
