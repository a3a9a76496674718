import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { closed, listening } from "../../support/listening.js";

export interface Comment {
	readonly id: number;
	readonly user: { readonly login: string };
	body: string;
}

/** The calls of GitHub's API that comments need, https://docs.github.com/en/rest/issues/comments, with pages of two. */
export function github() {
	let server: Server;
	const state = {
		comments: [] as Comment[],
		/** Writing calls, such as `POST /repos/o/r/issues/7/comments`. */
		writes: [] as string[],
		mayWrite: true,
		tokens: new Set<string>(),
		url: "",
	};
	beforeAll(async () => {
		server = createServer(async (request, response) => {
			const chunks: Buffer[] = [];
			for await (const chunk of request) chunks.push(chunk);
			const answer = (status: number, body: unknown, headers = {}) =>
				response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
			state.tokens.add(request.headers.authorization ?? "");
			const url = new URL(request.url ?? "", state.url);
			if (request.method === "GET") {
				const page = Number(url.searchParams.get("page") ?? 1);
				url.searchParams.set("page", String(page + 1));
				const more = state.comments.length > page * 2;
				return answer(200, state.comments.slice(page * 2 - 2, page * 2), more ? { link: `<${url}>; rel="next"` } : {});
			}
			state.writes.push(`${request.method} ${url.pathname}`);
			if (!state.mayWrite) return answer(403, { message: "Resource not accessible by integration" });
			const { body } = JSON.parse(Buffer.concat(chunks).toString());
			// Ruby counts characters, not UTF-16 units.
			if ([...body].length > 65_536) return answer(422, { message: "body is too long (maximum is 65536 characters)" });
			if (request.method === "POST") {
				state.comments.push({ id: 100 + state.comments.length, user: { login: "github-actions[bot]" }, body });
				return answer(201, {});
			}
			const own = state.comments.find(({ id }) => url.pathname.endsWith(`/comments/${id}`));
			if (!own) return answer(404, {});
			own.body = body;
			return answer(200, {});
		});
		state.url = await listening(server);
	});
	beforeEach(() => {
		Object.assign(state, { comments: [], writes: [], mayWrite: true });
		state.tokens.clear();
	});
	afterAll(() => closed(server));
	return state;
}
