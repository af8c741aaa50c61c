/** Suggestions over HTTP. */
@NullMarked
package kr.minwon.routing.suggestion.web;

import org.jspecify.annotations.NullMarked;
