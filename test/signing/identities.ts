import { run } from "../support/programs.js";

/** Runs OpenSSL in a folder. */
export const openssl = (folder: string, ...args: string[]) =>
	run("sh", ["-c", 'cd "$1"; shift; exec openssl "$@" 2>&1', "sh", folder, ...args]);

/** Makes a certificate authority, and signers of RSA and of EC that it certified, with OpenSSL; `days` counts from now. */
export function makeSigners(folder: string): void {
	const make = (command: string, ...args: string[]) => openssl(folder, ...command.split(" "), ...args);
	make("req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 400 -subj", "/CN=Example CA");
	const certify = (name: string, days: number, kind: string) => {
		make(`req -newkey ${kind} -nodes -keyout ${name}.key -out ${name}.csr -subj /CN=${name}`);
		make(`x509 -req -in ${name}.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out ${name}.crt -days ${days}`);
		run("sh", ["-c", 'cat "$1/$2.crt" "$1/ca.pem" > "$1/$2.pem"', "sh", folder, name]);
	};
	certify("rsa", 365, "rsa:2048");
	certify("ec", 365, "ec -pkeyopt ec_paramgen_curve:prime256v1");
	certify("weak", 365, "rsa:1024");
	certify("soon", 10, "rsa:2048");
	certify("ended", -1, "rsa:2048");
	const bundle = "pkcs12 -export -inkey rsa.key -in rsa.pem -passout pass:p\u00e455";
	make(`${bundle} -out modern.p12`);
	make(`${bundle} -legacy -out legacy.p12`);
}

/** What OpenSSL finds inside a signed message that it verified against the authority. Throws where it does not verify. */
export function verified(folder: string, message: string): string {
	return run("sh", [
		"-c",
		'exec openssl cms -verify -inform DER -in "$1" -CAfile "$2/ca.pem" -purpose any 2>"$2/said" || { cat "$2/said" >&2; exit 1; }',
		"sh",
		message,
		folder,
	]);
}
