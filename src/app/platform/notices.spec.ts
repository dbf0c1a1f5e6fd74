import { TestBed } from '@angular/core/testing';
import { Notices } from './notices';

describe('Notices', () => {
  afterEach(() => {
    sessionStorage.clear();
  });

  /** What the next document of this tab begins with. */
  function nextDocument(): Notices {
    TestBed.resetTestingModule();
    return TestBed.inject(Notices);
  }

  it('are told by the document that follows, once', () => {
    const notices = TestBed.inject(Notices);
    notices.show({ text: 'Your account is deleted.' });
    notices.handOver();
    expect(nextDocument().current()).toEqual({ text: 'Your account is deleted.' });
    expect(nextDocument().current()).toBeNull();
  });

  it('leave nothing behind when there is nothing to say', () => {
    const notices = TestBed.inject(Notices);
    notices.show({ text: 'One.' });
    notices.dismiss();
    notices.handOver();
    expect(nextDocument().current()).toBeNull();
  });

  it('with an action stay, since nobody there could run it', () => {
    const notices = TestBed.inject(Notices);
    notices.show({ text: 'Deleted.', action: { label: 'Undo', run: () => undefined } });
    notices.handOver();
    expect(nextDocument().current()).toBeNull();
  });

  it('do without storage where the browser has none', () => {
    const notices = TestBed.inject(Notices);
    spyOn(Storage.prototype, 'setItem').and.throwError('blocked');
    spyOn(Storage.prototype, 'getItem').and.throwError('blocked');
    notices.show({ text: 'One.' });
    notices.handOver();
    expect(nextDocument().current()).toBeNull();
  });
});
