/** Most characters that a comment takes: GitHub refuses more with "body is too long (maximum is 65536 characters)". */
export const longestComment = 65_536;

/** Updates the comment of an author that starts with the marker, or writes a first one. Throws where GitHub refuses. */
export async function comment({ api, repository, number, token, author, marker, body }) {
	const comments = `${api}/repos/${repository}/issues/${number}/comments`;
	const own = await find(`${comments}?per_page=100`, token, ({ user, body: text }) => {
		return user?.login === author && text?.startsWith(marker);
	});
	const [method, address] = own
		? ["PATCH", `${api}/repos/${repository}/issues/comments/${own.id}`]
		: ["POST", comments];
	if (own?.body !== body) await ask(address, token, method, { body });
}

async function find(first, token, isIt) {
	for (let address = first; address; ) {
		const answer = await ask(address, token);
		const found = (await answer.json()).find(isIt);
		if (found) return found;
		address = /<([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];
	}
	return undefined;
}

async function ask(address, token, method = "GET", body = undefined) {
	const answer = await fetch(address, {
		method,
		headers: {
			accept: "application/vnd.github+json",
			authorization: `Bearer ${token}`,
			"x-github-api-version": "2022-11-28",
			...(body && { "content-type": "application/json" }),
		},
		...(body && { body: JSON.stringify(body) }),
		signal: AbortSignal.timeout(30_000),
	});
	if (!answer.ok) throw new Error(`GitHub answers ${answer.status} to ${method} ${new URL(address).pathname}`);
	return answer;
}
