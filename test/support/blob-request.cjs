// Signs requests to Azure Blob Storage with a key of the account, for tests: neither Microsoft's client nor ours.
// https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key
const { createHmac } = require("node:crypto");

/** URL and headers of a request for `container` or `container/blob`. */
exports.blobRequest = function blobRequest({ account, key, endpoint }, method, resource, more = {}) {
	const { headers = {}, content, query = "" } = more;
	const path = resource.split("/").map(encodeURIComponent).join("/");
	const url = new URL(`${endpoint}/${path}${query === "" ? "" : `?${query}`}`);
	const all = { ...headers, "x-ms-date": new Date().toUTCString(), "x-ms-version": "2021-12-02" };
	const said = (name) => all[name] ?? "";
	const signed = Object.keys(all)
		.filter((name) => name.startsWith("x-ms-"))
		.sort()
		.map((name) => `${name}:${all[name]}\n`);
	const asked = [...url.searchParams].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => `\n${name}:${value}`);
	const text = [
		method,
		"",
		"",
		content?.length > 0 ? String(content.length) : "",
		said("content-md5"),
		said("content-type"),
		"",
		"",
		said("if-match"),
		said("if-none-match"),
		"",
		"",
		`${signed.join("")}/${account}${url.pathname}${asked.join("")}`,
	].join("\n");
	const signature = createHmac("sha256", Buffer.from(key, "base64")).update(text, "utf8").digest("base64");
	return { url: url.href, headers: { ...all, authorization: `SharedKey ${account}:${signature}` } };
};
