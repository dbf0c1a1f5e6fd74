import { Component, DOCUMENT, type ElementRef, computed, inject, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { filter, map, skip } from 'rxjs';
import { unavailablePath } from './navigation-failure';
import { Notices } from './shared/notices';
import { Masthead, type MastheadAccount } from './shared/ui/masthead';
import { NoticeBar } from './shared/ui/notice-bar';
import { Dates } from './shared/dates';
import { Session, isWayIn, signInAddress } from './session';

@Component({
  selector: 'app-root',
  imports: [Masthead, NoticeBar, RouterOutlet],
  template: `
    <a class="skip-link" href="#main" (click)="skipToMain($event)">Skip to the page</a>
    <pp-masthead
      [account]="account()"
      [day]="day"
      [isCompact]="address() !== '/'"
      [signInLink]="signInLink()"
      (signOut)="signOut()"
      (retry)="reconnect()"
    />
    <main #main id="main" class="sheet" tabindex="-1">
      <router-outlet />
    </main>
    <footer class="imprint">
      <div class="imprint-inner">
        <p>Presspass, an invented newspaper from Larkhaven.</p>
        <p>{{ dates.zoneInWords }}</p>
      </div>
    </footer>
    <pp-notice-bar
      [text]="notices.current()?.text"
      [action]="notices.current()?.action?.label"
      (act)="runNoticeAction()"
      (dismiss)="dismissNotice()"
    />
  `,
})
export class App {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly document = inject(DOCUMENT);
  protected readonly dates = inject(Dates);
  protected readonly notices = inject(Notices);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');

  private readonly navigations = this.router.events.pipe(
    filter((event) => event instanceof NavigationEnd),
    map((event) => event.urlAfterRedirects),
  );
  protected readonly address = toSignal(this.navigations, { initialValue: '/' });
  protected readonly day = this.dates.inWords(Date.now(), 'day');

  protected readonly account = computed<MastheadAccount>(() => {
    const state = this.session.state();
    if (state.kind === 'restoring' || state.kind === 'anonymous') return { status: state.kind };
    return {
      status: 'signed-in',
      email: state.person.email,
      isEditor: this.session.isInGroup('admin'),
      trouble: state.kind === 'unavailable' ? state.trouble : null,
    };
  });
  /** Comes back to where one is; the sign-in pages need no link to themselves. */
  protected readonly signInLink = computed(() => {
    if (isWayIn(this.address()) || this.address() === `/${unavailablePath}`) return null;
    return signInAddress(this.router, this.address());
  });

  constructor() {
    // A new page starts at its beginning for the keyboard and for screen readers too.
    this.navigations.pipe(skip(1), takeUntilDestroyed()).subscribe(() => {
      this.focusMain();
    });
  }

  protected skipToMain(event: Event): void {
    event.preventDefault();
    this.focusMain();
    this.main().nativeElement.scrollIntoView();
  }

  protected async signOut(): Promise<void> {
    // First: a session that began at the user pool's page ends there, and this document with it.
    this.notices.show({ text: 'You are signed out.' });
    await this.session.signOut();
    await this.router.navigateByUrl('/');
    // On the front page already, nothing navigates, and the button that had the focus is gone.
    this.focusMain();
  }

  protected async reconnect(): Promise<void> {
    const { kind } = await this.session.retry();
    if (kind === 'unavailable') {
      this.notices.show({
        text: 'The sign-in service still cannot be reached. You stay signed in.',
      });
    }
  }

  protected runNoticeAction(): void {
    const action = this.notices.current()?.action;
    this.dismissNotice();
    action?.run();
  }

  protected dismissNotice(): void {
    this.notices.dismiss();
    this.focusMain();
  }

  private focusMain(): void {
    // A page that put the focus somewhere itself, such as a form, knows better.
    const main = this.main().nativeElement;
    if (!main.contains(this.document.activeElement)) main.focus({ preventScroll: true });
  }
}
