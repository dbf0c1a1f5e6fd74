// Generated from news.yaml by `npm run generate`. Do not edit.

export interface paths {
    "/news": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the news, newest first
         * @description Public. Answers with an ETag; `If-None-Match` brings 304 when nothing changed.
         */
        get: operations["listNews"];
        put?: never;
        /**
         * Publish an article, once for each source id
         * @description Editors, and services with the scope `news/write`; an access token. An article with a `sourceId` is published once for each publisher (the editor, or the service's app client): sent again, it is not changed, not even when it has been revised or lies in the trash. Once the trash has let go of it, 30 days after its deletion, the same `sourceId` publishes a new article. Without a `sourceId` every call publishes one.
         */
        post: operations["publishArticle"];
        /**
         * Move all news to the trash, one bounded batch per call
         * @description Editors only. Call again until `done` is true.
         */
        delete: operations["deleteAllNews"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/news/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The article's id, a UUID in lower case.
                 * @example 0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        /** Read a whole article */
        get: operations["readArticle"];
        put?: never;
        post?: never;
        /**
         * Move an article to the trash
         * @description Editors only. It can be restored for 30 days.
         */
        delete: operations["deleteArticle"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trash": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deleted articles, last deleted first
         * @description Editors only.
         */
        get: operations["listTrash"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/trash/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The article's id, a UUID in lower case.
                 * @example 0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bring an article back from the trash
         * @description Editors only. Restoring an article that is already back succeeds.
         */
        post: operations["restoreArticle"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who the ID token says you are */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/user-sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a password
         * @description For callers that can neither run SRP nor open a browser. The function asks Cognito with AdminInitiateAuth. How it went is in `code`, and the status is 200 either way: 10022 something is missing, 10023 refused, 10024 signed in, 10025 Cognito asks for more than a password. Send `id_token` as `Authorization` to the other operations.
         */
        post: operations["userSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @enum {string} */
        Section: "World" | "City" | "Business" | "Science" | "Culture" | "Sport";
        ArticleSummary: {
            /** Format: uuid */
            id: string;
            headline: string;
            summary: string;
            section: components["schemas"]["Section"];
            byline: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC.
             */
            publishedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC.
             */
            updatedAt: string;
            /** @description Counts the revisions. */
            version: number;
        };
        Article: {
            /** Format: uuid */
            id: string;
            headline: string;
            summary: string;
            section: components["schemas"]["Section"];
            byline: string;
            /** Format: date-time */
            publishedAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
            /** @description Plain text; a blank line separates paragraphs. Never markup. */
            body: string;
        };
        NewArticle: {
            headline: string;
            summary: string;
            section: components["schemas"]["Section"];
            byline: string;
            /** @description Plain text; a blank line separates paragraphs. Never markup. */
            body: string;
            /**
             * Format: date-time
             * @description Not before 1900, and at most five minutes ahead; the time of the call where it is left out.
             */
            publishedAt?: string;
            /** @description What the publisher calls it. The same one again publishes nothing. */
            sourceId?: string;
        };
        PublishedArticle: {
            /** Format: uuid */
            id: string;
            headline: string;
            summary: string;
            section: components["schemas"]["Section"];
            byline: string;
            /** Format: date-time */
            publishedAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
            body: string;
            /**
             * Format: date-time
             * @description Only while an editor has it in the trash.
             */
            deletedAt?: string;
            /**
             * Format: date-time
             * @description Only in the trash; from then on nothing is known of it.
             */
            expiresAt?: string;
        };
        TrashedArticle: {
            /** Format: uuid */
            id: string;
            headline: string;
            summary: string;
            section: components["schemas"]["Section"];
            byline: string;
            /** Format: date-time */
            publishedAt: string;
            /** Format: date-time */
            updatedAt: string;
            version: number;
            /** Format: date-time */
            deletedAt: string;
            /**
             * Format: date-time
             * @description From then on the article is gone for good.
             */
            expiresAt: string;
        };
        NewsPage: {
            items: components["schemas"]["ArticleSummary"][];
            /** @description Ask for the next page with it; absent on the last page. */
            nextCursor?: string;
        };
        TrashPage: {
            items: components["schemas"]["TrashedArticle"][];
            /** @description Ask for the next page with it; absent on the last page. */
            nextCursor?: string;
        };
        DeletionProgress: {
            /** @description How many articles this call moved. */
            deleted: number;
            /** @description Whether nothing is left to delete. */
            done: boolean;
        };
        Me: {
            /**
             * Format: uuid
             * @description The claim `sub`.
             */
            id: string;
            /** Format: email */
            email: string;
            groups: string[];
        };
        /** @description Either may be missing or null; `code` 10022 then says so. An empty text counts as given. */
        SignInCredentials: {
            /** @description The e-mail address. */
            username?: string | null;
            /** Format: password */
            password?: string | null;
        };
        SignInAnswer: components["schemas"]["SignInSuccess"] | components["schemas"]["SignInFailure"];
        SignInSuccess: {
            /** @enum {string} */
            status: "success";
            /** @enum {string} */
            code: "10024";
            data: {
                id_token: string;
                refresh_token?: string;
                access_token: string;
                /** @description Seconds that both JWTs are good for. */
                expires_in: number;
                token_type: string;
            };
            /** @enum {string|null} */
            message: null;
        };
        SignInFailure: {
            /** @enum {string} */
            status: "failure";
            /** @enum {string} */
            code: "10022" | "10023" | "10025";
            /** @description Always empty. */
            data: Record<string, never>;
            message: string;
        };
        Problem: {
            /** @description What is wrong and what to do about it. */
            message: string;
            /** @description The parameter or field at fault, where there is one. */
            field?: string;
        };
    };
    responses: {
        /** @description The request is malformed; `field` names the culprit. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description No token, or one that the authorizer does not accept. The handler has not run. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description Signed in, but not an editor. */
        EditorsOnly: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description Neither an editor nor a service that may write. */
        PublishersOnly: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description There is no such article, or it has been deleted. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description The request body is over 1 MB. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description The gateway throttles; try again in a moment. */
        TooManyRequests: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
        /** @description Something went wrong on our side; it is logged under the request id. */
        Failure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The article's id, a UUID in lower case.
         * @example 0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30
         */
        id: string;
        /** @description How many items a page holds at most. */
        limit: number;
        /** @description `nextCursor` of the page before. Opaque, and only good for the list it came from. */
        cursor: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listNews: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most. */
                limit?: components["parameters"]["limit"];
                /** @description `nextCursor` of the page before. Opaque, and only good for the list it came from. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: {
                /** @description The ETag of an earlier answer. */
                "If-None-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of news. */
            200: {
                headers: {
                    /** @description Identifies this page's content. */
                    ETag?: string;
                    /** @description Caches may keep the page but must ask whether it is still current. */
                    "Cache-Control"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewsPage"];
                };
            };
            /** @description The page is still what the ETag in `If-None-Match` stands for. */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Failure"];
        };
    };
    publishArticle: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewArticle"];
            };
        };
        responses: {
            /** @description This publisher has published the `sourceId` before. The article as it stands, unchanged by this call; with `deletedAt` while an editor has it in the trash, where it stays. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedArticle"];
                };
            };
            /** @description The article is published. */
            201: {
                headers: {
                    /** @description The article's address, relative to this request's. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedArticle"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["PublishersOnly"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Failure"];
        };
    };
    deleteAllNews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What this call has moved. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletionProgress"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["EditorsOnly"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Failure"];
        };
    };
    readArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The article's id, a UUID in lower case.
                 * @example 0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article with its body. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Article"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Failure"];
        };
    };
    deleteArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The article's id, a UUID in lower case.
                 * @example 0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article is in the trash. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["EditorsOnly"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Failure"];
        };
    };
    listTrash: {
        parameters: {
            query?: {
                /** @description How many items a page holds at most. */
                limit?: components["parameters"]["limit"];
                /** @description `nextCursor` of the page before. Opaque, and only good for the list it came from. */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of the trash. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrashPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["EditorsOnly"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Failure"];
        };
    };
    restoreArticle: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The article's id, a UUID in lower case.
                 * @example 0d3f6a52-9c1e-4b7a-8f54-2e6d1c9b7a30
                 */
                id: components["parameters"]["id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The article is public again, at its old place. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ArticleSummary"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["EditorsOnly"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Failure"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signed-in person. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Failure"];
        };
    };
    userSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description An empty body counts as one without fields. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["SignInCredentials"];
            };
        };
        responses: {
            /** @description How it went. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswer"];
                };
            };
            400: components["responses"]["BadRequest"];
            413: components["responses"]["TooLarge"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["Failure"];
        };
    };
}
