import { ownDataFile } from './own-data';

describe('ownDataFile', () => {
  const profile = {
    name: 'Zoë',
    email: 'reader@presspass.test',
    isEmailVerified: true,
    attributes: { sub: 'reader-1', name: 'Zoë', email: 'reader@presspass.test' },
  };
  const file = ownDataFile(
    {
      profile,
      factors: { hasPassword: true, isTotpOn: false },
      passkeys: [
        { id: 'abc', name: 'Phone', createdAt: new Date('2026-11-01T00:00:00Z'), kind: 'apart' },
      ],
      beginning: {
        since: new Date('2026-11-20T06:30:00Z'),
        way: 'password',
        lifetime: 'this-device',
      },
      me: { id: 'reader-1', groups: ['admin'] },
    },
    new Date('2026-11-20T12:00:00Z'),
  );

  it('is named with the day', () => {
    expect(file.name).toBe('presspass-my-data-2026-11-20.json');
  });

  it('holds all attributes, ways to sign in and what the API says, and names what it leaves out', () => {
    const content = JSON.parse(file.text) as Record<string, unknown>;
    expect(content['attributes']).toEqual(profile.attributes);
    expect(content['theApiSaysYouAre']).toEqual({ id: 'reader-1', groups: ['admin'] });
    expect(content['waysToSignIn']).toEqual({
      password: true,
      authenticatorApp: false,
      passkeys: [
        {
          id: 'abc',
          name: 'Phone',
          createdAt: '2026-11-01T00:00:00.000Z',
          kept: 'on a security key or a phone',
        },
      ],
    });
    expect((content['notInThisFile'] as string[]).join(' ')).toContain('Tokens');
  });
});
