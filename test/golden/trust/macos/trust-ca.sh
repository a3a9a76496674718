#!/bin/sh
# Trusts a certificate for everything on this Mac. Usage, as root: trust-ca.sh corp-ca.pem
set -eu
# Without -p: trust for one policy alone is not seen by the app's command line part.
/usr/bin/security add-trusted-cert -d -r trustRoot -k /Library/Keychains/System.keychain "$1"
