import type { ComponentFixture } from '@angular/core/testing';

/**
 * Resolves when everything that is already under way has come through: promises of fakes, which
 * Angular does not know of, and then Angular's own rendering.
 */
export async function settled(fixture: ComponentFixture<unknown>): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  await fixture.whenStable();
}
