/** Policies over HTTP. */
@NullMarked
package kr.minwon.routing.policy.web;

import org.jspecify.annotations.NullMarked;
