/** Letters over HTTP. */
@org.jspecify.annotations.NullMarked
package kr.minwon.routing.letter.web;
