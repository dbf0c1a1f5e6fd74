// Generated from news.yaml and services.yaml by `npm run generate`. Do not edit.

/** What every operation asks of a request before its handler sees it: who may call, and what may come along. */
export const requestRules = {
  listNews: {"callers":"anyone","path":[],"query":["limit","cursor"],"takesBody":false},
  publishArticle: {"callers":[{"group":"admin"},{"scope":"news/write"}],"path":[],"query":[],"takesBody":true},
  deleteAllNews: {"callers":[{"group":"admin"}],"path":[],"query":[],"takesBody":false},
  readArticle: {"callers":"signed-in","path":["id"],"query":[],"takesBody":false},
  deleteArticle: {"callers":[{"group":"admin"}],"path":["id"],"query":[],"takesBody":false},
  listTrash: {"callers":[{"group":"admin"}],"path":[],"query":["limit","cursor"],"takesBody":false},
  restoreArticle: {"callers":[{"group":"admin"}],"path":["id"],"query":[],"takesBody":false},
  getMe: {"callers":"signed-in","path":[],"query":[],"takesBody":false},
  userSignIn: {"callers":"anyone","path":[],"query":[],"takesBody":true},
  hello: {"callers":[{"scope":"hello/read"}],"path":[],"query":[],"takesBody":false},
  listWeatherEvents: {"callers":[{"scope":"weather-api/get"}],"path":[],"query":[],"takesBody":false},
  addWeatherEvent: {"callers":[{"scope":"weather-api/post"}],"path":[],"query":[],"takesBody":true},
} as const;

export type OperationId = keyof typeof requestRules;
