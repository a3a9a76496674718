import * as pulumi from "@pulumi/pulumi";
import type { ParsedDeployment } from "../deployment/deployment.js";
import { readSmallFile } from "../files/small-file.js";
import type { Outcome } from "../outcome.js";
import type { Path } from "../path.js";
import { below, formatProblems, isError, type Problem } from "../problem.js";
import type { SecretReference } from "../reference/reference.js";
import { checkPkcs12, type OpenedPkcs12 } from "../signing/pkcs12.js";
import { readPemSigner, readPkcs12, readPkcs12Signer } from "../signing/read-signer.js";
import { signingBlocks, withSigner } from "../signing/signing-block.js";
import { inProject } from "./in-project.js";
import type { ProgramValues } from "./program-values.js";
import { lookUpSecret } from "./resolve-secrets.js";
import { logWarnings, runError } from "./run-error.js";
import type { LateInput } from "./token-values.js";

/** A deployment whose signers are read: what they hold that is secret is among a program's values. */
export interface TakenSigners {
	readonly deployment: ParsedDeployment;
	readonly problems: readonly Problem[];
}

/**
 * Reads what profiles are signed with. Names of files are relative to the root of the project. What a PKCS#12 file holds
 * is known once its password is.
 */
export function takeSigners(given: ParsedDeployment, passed: ProgramValues): TakenSigners {
	let deployment = given;
	const problems: Problem[] = [];
	const now = new Date();
	const read = (name: string) => readSmallFile(inProject(name));
	const known = (reference: SecretReference) => textOf(lookUpSecret(reference, passed));
	for (const { word, at, sign } of signingBlocks(given)) {
		const atKey = [...at, "key"];
		const say = (found: readonly Problem[]) => problems.push(...found.map((each) => below(at, each)));
		if (!("pkcs12" in sign)) {
			const signer = readPemSigner(sign, { read, known, now });
			say(signer.problems);
			if (!signer.value) continue;
			const { certificate, key } = signer.value;
			deployment = withSigner(deployment, word, {
				certificate,
				key: typeof key === "string" ? passed.take(key, atKey) : key,
			});
			continue;
		}
		const bytes = readPkcs12(sign.pkcs12, read);
		say(bytes.problems);
		if (!bytes.value) continue;
		const file = bytes.value;
		const password = lookUpSecret(sign.password, passed);
		if (password === undefined) {
			// It is named with the other secrets that are not set.
			deployment = withSigner(deployment, word, { certificate: "", key: sign.password });
			continue;
		}
		// What is there already is tried before anything is registered; what is inside is read once the program runs.
		const text = textOf(password);
		const closed = text === undefined ? [] : checkPkcs12(file, text);
		say(closed.map((each) => below(["pkcs12"], each)));
		if (closed.length > 0) continue;
		const opened = pulumi
			.secret(password)
			.apply(async (text) => openedOrThrow(await readPkcs12Signer(file, String(text), now), at));
		deployment = withSigner(deployment, word, {
			certificate: passed.take(opened.certificate, [...at, "certificate"]),
			key: passed.take(opened.key, atKey),
		});
	}
	return { deployment, problems };
}

function textOf(value: LateInput | undefined): string | undefined {
	return typeof value === "string" ? value : undefined;
}

function openedOrThrow({ value, problems }: Outcome<OpenedPkcs12>, at: Path): OpenedPkcs12 {
	const placed = problems.map((each) => below(at, each));
	if (!value) throw runError(formatProblems(placed.filter(isError)).join("\n"));
	logWarnings(placed);
	return value;
}
