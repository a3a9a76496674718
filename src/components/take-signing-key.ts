import { createPublicKey, type KeyObject } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import { readSmallFile } from "../files/small-file.js";
import { made, type Outcome } from "../outcome.js";
import { below, error, isError, type Problem } from "../problem.js";
import type { PublishOptions } from "../publication/publish-options.js";
import { readRevisionKey } from "../publication/sign.js";
import { type RevisionSigners, readSigners } from "../publication/signers.js";
import { isSecretReference } from "../reference/reference.js";
import { readText } from "../signing/read-signer.js";
import { inProject } from "./in-project.js";
import type { ProgramValues } from "./program-values.js";
import { inClear, lookUpSecret, notSet } from "./resolve-secrets.js";

const at = ["publish", "sign", "key"];

/**
 * The key that manifests of revisions are signed with, in PEM, as a secret; undefined where nothing is signed. Names of
 * files are relative to the root of the project. What is there already is checked before anything is registered.
 */
export function takeSigningKey(
	{ sign }: PublishOptions,
	passed: ProgramValues,
): Outcome<pulumi.Output<string> | undefined> {
	if (!sign) return made(undefined);
	const readFile = (name: string) => readSmallFile(inProject(name));
	const signers = readSigners(sign, readFile);
	const problems = signers.problems.map((each) => below(["publish", "sign"], each));
	if (!isSecretReference(sign.key)) {
		const read = readText(sign.key, readFile);
		if (read.value === undefined) return { problems: [...placed(read.problems), ...problems] };
		return checked(read.value, signers.value, problems);
	}
	const value = lookUpSecret(sign.key, passed);
	if (value === undefined || value === "") return { problems: [notSet(sign.key, at), ...problems] };
	const found = [...problems, ...inClear(sign.key, at)];
	if (typeof value === "string") return checked(value, signers.value, found);
	return found.some(isError) ? { problems: found } : made(pulumi.secret(value).apply(String), found);
}

/** The key that a text in PEM is, which an output may say only later. */
export function signingKeyOf(pem: string): Outcome<KeyObject> {
	const { value, problems } = readRevisionKey(pem);
	return value ? made(value) : { problems: placed(problems) };
}

/** What is signed here has to be taken where it is read. */
function checked(
	pem: string,
	signers: RevisionSigners | undefined,
	found: readonly Problem[],
): Outcome<pulumi.Output<string>> {
	const key = signingKeyOf(pem);
	const own = key.value && createPublicKey(key.value);
	const isNamed = !own || !signers || signers.some((each) => each.equals(own));
	const problems = [...key.problems, ...(isNamed ? [] : [notNamed]), ...found];
	return problems.some(isError) ? { problems } : made(pulumi.secret(pem), problems);
}

const notNamed = error(
	"own-key-missing",
	["publish", "sign", "publicKeys"],
	"lacks the public half of key, so that what is published here would be refused; add what openssl pkey -pubout writes of it",
);

function placed(problems: readonly Problem[]): Problem[] {
	return problems.map((problem) => below(at, problem));
}
