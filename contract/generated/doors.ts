// Generated from news.yaml and services.yaml by `npm run generate`. Do not edit.

/** Every operation of every contract, with all that its authorizer and its handler ask of a caller. */
export const doors = [
  {"operationId":"listNews","method":"GET","path":"/api/news","summary":"List the news, newest first","token":"none","pools":[],"scopes":[],"group":null},
  {"operationId":"publishArticle","method":"POST","path":"/api/news","summary":"Publish an article, once for each source id","token":"access","pools":["people","services"],"scopes":["aws.cognito.signin.user.admin","news/write"],"group":"admin"},
  {"operationId":"deleteAllNews","method":"DELETE","path":"/api/news","summary":"Move all news to the trash, one bounded batch per call","token":"id","pools":["people"],"scopes":[],"group":"admin"},
  {"operationId":"readArticle","method":"GET","path":"/api/news/{id}","summary":"Read a whole article","token":"id","pools":["people"],"scopes":[],"group":null},
  {"operationId":"deleteArticle","method":"DELETE","path":"/api/news/{id}","summary":"Move an article to the trash","token":"id","pools":["people"],"scopes":[],"group":"admin"},
  {"operationId":"listTrash","method":"GET","path":"/api/trash","summary":"List deleted articles, last deleted first","token":"id","pools":["people"],"scopes":[],"group":"admin"},
  {"operationId":"restoreArticle","method":"POST","path":"/api/trash/{id}/restore","summary":"Bring an article back from the trash","token":"id","pools":["people"],"scopes":[],"group":"admin"},
  {"operationId":"getMe","method":"GET","path":"/api/me","summary":"Who the ID token says you are","token":"id","pools":["people"],"scopes":[],"group":null},
  {"operationId":"userSignIn","method":"POST","path":"/api/user-sign-in","summary":"Sign in with a password","token":"none","pools":[],"scopes":[],"group":null},
  {"operationId":"hello","method":"GET","path":"/services/hello","summary":"Be greeted","token":"access","pools":["services"],"scopes":["hello/read"],"group":null},
  {"operationId":"listWeatherEvents","method":"GET","path":"/services/weather","summary":"List weather events","token":"access","pools":["services"],"scopes":["weather-api/get"],"group":null},
  {"operationId":"addWeatherEvent","method":"POST","path":"/services/weather","summary":"Report a weather event","token":"access","pools":["services"],"scopes":["weather-api/post"],"group":null},
] as const;
