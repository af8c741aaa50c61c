package kr.minwon.complaint.broken.complaint.web;

/** Breaks a rule of the house on purpose: a controller anybody can use. */
public final class OpenController {}
