/** The whole product from outside. */
package kr.minwon.e2e;
