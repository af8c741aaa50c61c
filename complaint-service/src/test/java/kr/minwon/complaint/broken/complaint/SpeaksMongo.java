package kr.minwon.complaint.broken.complaint;

import org.bson.Document;

/** Breaks a rule of the house on purpose: a domain that keeps documents. */
public record SpeaksMongo(Document document) {}
