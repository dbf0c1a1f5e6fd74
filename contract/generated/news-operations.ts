// Generated from news.yaml by `npm run generate`. Do not edit.

/** Every operation: its method, its path below the origin, and the token its authorizer wants. */
export const newsOperations = {
  listNews: { method: 'GET', path: '/api/news', token: 'none' },
  publishArticle: { method: 'POST', path: '/api/news', token: 'access' },
  deleteAllNews: { method: 'DELETE', path: '/api/news', token: 'id' },
  readArticle: { method: 'GET', path: '/api/news/{id}', token: 'id' },
  deleteArticle: { method: 'DELETE', path: '/api/news/{id}', token: 'id' },
  listTrash: { method: 'GET', path: '/api/trash', token: 'id' },
  restoreArticle: { method: 'POST', path: '/api/trash/{id}/restore', token: 'id' },
  getMe: { method: 'GET', path: '/api/me', token: 'id' },
  userSignIn: { method: 'POST', path: '/api/user-sign-in', token: 'none' },
} as const;

export type NewsOperationId = keyof typeof newsOperations;
