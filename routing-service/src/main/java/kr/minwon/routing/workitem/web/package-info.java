/** The queue and what staff do with its items, over HTTP. */
@NullMarked
package kr.minwon.routing.workitem.web;

import org.jspecify.annotations.NullMarked;
