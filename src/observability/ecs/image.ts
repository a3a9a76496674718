/** A reference to an image, taken apart. */
export interface Image {
	/** Host of the registry. */
	readonly registry: string;
	readonly repository: string;
	readonly tag?: string;
	readonly digest?: string;
}

/** https://github.com/distribution/reference; undefined for what is none. */
export function parseImage(text: string): Image | undefined {
	const [tagged = "", digest, ...surplus] = text.split("@");
	const lastPart = tagged.lastIndexOf("/");
	const colon = tagged.indexOf(":", lastPart);
	const name = colon < 0 ? tagged : tagged.slice(0, colon);
	const tag = colon < 0 ? undefined : tagged.slice(colon + 1);
	if (surplus.length > 0 || name === "" || name.endsWith("/")) return undefined;
	if (tag !== undefined && !/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/.test(tag)) return undefined;
	if (digest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(digest)) return undefined;
	const [first = "", ...rest] = name.split("/");
	const isHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
	const repository = isHost ? rest.join("/") : rest.length > 0 ? name : `library/${name}`;
	return {
		registry: isHost ? first : "docker.io",
		repository,
		...(tag !== undefined && { tag }),
		...(digest !== undefined && { digest }),
	};
}

/** A repository of Amazon ECR that only its account reads. */
export interface PrivateRepository {
	readonly accountId: string;
	readonly region: string;
	readonly name: string;
}

export function privateRepository(image: string): PrivateRepository | undefined {
	const { registry = "", repository: name = "" } = parseImage(image) ?? {};
	const [, accountId, region] = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com$/.exec(registry) ?? [];
	return accountId === undefined || region === undefined ? undefined : { accountId, region, name };
}
