package kr.minwon.complaint.broken.complaint;

import org.springframework.http.HttpStatus;

/** Breaks a rule of the house on purpose: a domain that speaks HTTP. */
public record SpeaksWeb(HttpStatus status) {}
