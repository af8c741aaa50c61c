package kr.minwon.routing.workitem;

import java.time.LocalDate;

/**
 * Until when a refused statutory petition may be objected to (이의신청, 민원처리법 제35조).
 *
 * @param answer the refusal, from 1
 * @param lastDay the last day to object, in Seoul
 */
public record ObjectionUntil(int answer, LocalDate lastDay) {}
