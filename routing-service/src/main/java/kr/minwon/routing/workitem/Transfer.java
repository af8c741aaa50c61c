package kr.minwon.routing.workitem;

import java.time.Instant;

/** From one department to another (이송, 민원처리법 시행령 제13조). */
public record Transfer(String from, String to, Instant at) {}
