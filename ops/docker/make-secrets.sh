#!/usr/bin/env bash
# Writes ./secrets for docker-compose.yml; what is there already is kept.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
umask 077
mkdir -p secrets
keep() { [[ -s secrets/$1 ]] || { cat >"secrets/$1.new" && mv "secrets/$1.new" "secrets/$1"; }; }
key() { keep "$1" <<<"$2 $(openssl rand -base64 32)"; }
key field-keys f1
key contact-keys c1
key lookup-keys l1
if [[ ! -s secrets/caller-private-key ]]; then
  pem=$(openssl genpkey -algorithm ed25519)
  keep caller-keys <<<"g1 $(openssl pkey -pubout -outform DER <<<"$pem" | base64 -w 0)"
  keep caller-private-key <<<"g1 $(openssl pkey -outform DER <<<"$pem" | base64 -w 0)"
fi
keep mongo-keyfile <<<"$(openssl rand -base64 48 | tr -d '\n')"
keep mongo-root-password <<<"$(openssl rand -hex 24)"
for service in complaint routing notification gateway; do
  keep "mongo-$service-uri" <<<"mongodb://minwon_$service:$(openssl rand -hex 24)@mongo:27017/admin?replicaSet=rs0"
done
keep grafana-password <<<"$(openssl rand -hex 16)"
# Containers read the files under their own user ids; the directory itself stays the owner's.
chmod 644 secrets/*
echo "secrets/ is ready; keep it out of version control and back it up: without field-keys no name can be read again"
