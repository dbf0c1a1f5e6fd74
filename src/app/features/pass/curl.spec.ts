import { curl } from './curl';

describe('a curl command', () => {
  it('shows the ID token where one is told who one is', () => {
    expect(curl('id', 'a.b.c', 'https://paper.test')).toBe(
      "curl -i 'https://paper.test/api/me' -H 'Authorization: Bearer a.b.c'",
    );
  });

  it('publishes nothing with the access token', () => {
    const command = curl('access', 'a.b.c', 'https://paper.test');
    expect(command).toContain("'https://paper.test/api/news'");
    expect(command).toContain('changes nothing');
  });

  it('lets no token out of its quotes', () => {
    expect(curl('id', "a'; rm -rf ~; '", 'https://paper.test')).toContain(
      `'Authorization: Bearer a'\\''; rm -rf ~; '\\'''`,
    );
  });
});
