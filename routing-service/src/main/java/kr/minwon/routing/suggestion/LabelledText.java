package kr.minwon.routing.suggestion;

/** A text of which the category is known. */
record LabelledText(String category, String text) {}
