import type { Routes } from '@angular/router';
import { stylesheet } from '../../shared/stylesheet';
import { DeskFrame } from './desk-frame';
import { PublishedPage } from './published-page';
import { TrashPage } from './trash-page';

export const deskRoutes: Routes = [
  {
    path: '',
    component: DeskFrame,
    resolve: { stylesheet: stylesheet('desk') },
    children: [
      { path: '', pathMatch: 'full', title: 'Desk · Presspass', component: PublishedPage },
      { path: 'trash', title: 'Trash · Desk · Presspass', component: TrashPage },
    ],
  },
];
