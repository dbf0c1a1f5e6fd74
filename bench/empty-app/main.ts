/** What `ng new` makes, without its welcome page: a component, a title, a router with no routes yet. */
import { Component, provideBrowserGlobalErrorListeners, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, RouterOutlet } from '@angular/router';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  template: '<h1>Hello, {{ title() }}</h1><router-outlet />',
})
class App {
  protected readonly title = signal('empty');
}

bootstrapApplication(App, {
  providers: [provideBrowserGlobalErrorListeners(), provideRouter([])],
}).catch((failure: unknown) => {
  console.error(failure);
});
