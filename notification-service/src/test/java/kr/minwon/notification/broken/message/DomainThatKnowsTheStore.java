package kr.minwon.notification.broken.message;

import org.bson.Document;

/** Breaks a rule on purpose. */
public record DomainThatKnowsTheStore(Document document) {}
