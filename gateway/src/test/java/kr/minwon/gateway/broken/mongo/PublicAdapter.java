package kr.minwon.gateway.broken.mongo;

import kr.minwon.gateway.accounts.broken.AccountThatKnowsItsStore;

/** Breaks rules on purpose, for the tests of the rules. */
public record PublicAdapter(AccountThatKnowsItsStore account) {}
