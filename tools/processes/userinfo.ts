/** What stands in place of a name and a password. */
const hidden = '***';

/**
 * An address that a person gave, for messages: a name and a password before the host are hidden, also where it is no address,
 * since a password with a `/` or a blank makes it none, and a forgotten `https://` too.
 */
export function withoutUserinfo(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && (url.username !== '' || url.password !== '')) {
    url.username = hidden;
    url.password = '';
    return url.href;
  }
  const isWhole = url !== undefined && url.host !== '';
  const isWindowsPath = /^[a-z]:[\\/]/i.test(address);
  if (isWhole || isWindowsPath) return address;
  return address.replace(
    /^([a-z][a-z\d+.-]*:[\\/]+)?[^@]*:[^@]*@(.*@)?|(?<=:\/\/)[^@/]*@/is,
    `$1${hidden}@`,
  );
}

const quoted = /(?<=["'“])[a-z][a-z\d+.-]*:[\\/]+[^"'“”\n]*@[^"'“”\n]*(?=["'”])/gi;
const bare = /(?:https?:|[a-z][a-z\d+.-]*:[\\/]+)[^\s"'<>“”]*@[^\s"'<>“”]*[^\s"'<>“”.,;:!?)]/gi;

/** A text with the userinfo of every address in it hidden: the last step before the terminal. */
export const withoutPasswords = (text: string): string =>
  text.replace(quoted, withoutUserinfo).replace(bare, withoutUserinfo);
